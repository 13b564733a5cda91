import { schoolsIn, type SchoolPlan } from './school-builder.ts';

const seat = schoolsIn('001');
const yanghe = schoolsIn('100');
const lijun = schoolsIn('101');
const wangyuan = schoolsIn('102');
const wanghong = schoolsIn('103');
const minning = schoolsIn('104');
const shengli = schoolsIn('200');
const huangyangtan = schoolsIn('400');
const yuquanying = schoolsIn('401');

/** Sixty-eight schools, none of them a real one: nine divisions, no special school. */
export const schoolPlans: readonly SchoolPlan[] = [
  seat.kindergarten('团结西路街道春芽', '121', [5]),
  seat.kindergarten('团结西路街道星光', '121', [5]),
  seat.primary('团结西路街道育英', '121', [4]),
  seat.primary('团结西路街道汇文', '121', [4]),
  seat.primary('团结西路街道启明', '121', [3]),
  seat.junior('团结西路街道崇文', '121', [6]),
  seat.junior('团结西路街道明德', '121', [4]),

  yanghe.kindergarten('杨和镇童心', '121', [5]),
  yanghe.kindergarten('杨和镇小树', '121', [4]),
  yanghe.kindergarten('杨和镇金穗', '122', [4]),
  yanghe.primary('杨和镇晨曦', '121', [3]),
  yanghe.primary('杨和镇向阳', '121', [3]),
  yanghe.primary('杨和镇博文', '121', [4]),
  yanghe.primary('杨和镇和美', '122', [3]),
  yanghe.primary('杨和镇清源', '122', [2]),
  yanghe.primary('杨和镇禾苗', '220', [1]),
  yanghe.junior('杨和镇致远', '121', [8]),
  yanghe.junior('杨和镇弘毅', '122', [7]),
  yanghe.senior('永宁县崇德', '121', [18], 48),
  yanghe.senior('永宁县明远', '121', [14], 52),
  yanghe.vocational('永宁县塞上', '121', [11], 50),

  lijun.kindergarten('李俊镇麦田', '121', [4]),
  lijun.primary('李俊镇春晖', '121', [2], 15),
  lijun.primary('李俊镇新禾', '220', [1]),
  lijun.primary('李俊镇沃野', '220', [1]),
  lijun.nineYear('李俊镇丰登', '210', [2, 2], 30),
  lijun.junior('李俊镇秋实', '121', [4], 52),
  lijun.teachingPoint('李俊镇柳渠'),
  lijun.teachingPoint('李俊镇果园'),

  wangyuan.kindergarten('望远镇彩虹', '121', [5]),
  wangyuan.kindergarten('望远镇晨光', '121', [5]),
  wangyuan.kindergarten('望远镇银杏', '122', [4]),
  wangyuan.kindergarten('望远镇海贝', '122', [4]),
  wangyuan.primary('望远镇晨光', '121', [4]),
  wangyuan.primary('望远镇朝阳', '121', [4]),
  wangyuan.primary('望远镇汇通', '121', [4]),
  wangyuan.primary('望远镇思源', '122', [3]),
  wangyuan.primary('望远镇青禾', '220', [2]),
  wangyuan.nineYear('望远镇同德', '122', [4, 5]),
  wangyuan.junior('望远镇求真', '121', [8]),
  wangyuan.junior('望远镇励志', '121', [6]),

  wanghong.kindergarten('望洪镇稻香', '121', [4]),
  wanghong.primary('望洪镇兴华', '121', [2], 15),
  wanghong.primary('望洪镇东升', '220', [1]),
  wanghong.primary('望洪镇长渠', '220', [1]),
  wanghong.primary('望洪镇景行', '220', [1]),
  wanghong.junior('望洪镇知行', '121', [5], 45),
  wanghong.teachingPoint('望洪镇北湾'),
  wanghong.teachingPoint('望洪镇南滩'),

  minning.kindergarten('闽宁镇葡萄藤', '121', [5]),
  minning.kindergarten('闽宁镇山海', '121', [5]),
  minning.kindergarten('闽宁镇新苗', '122', [4]),
  minning.primary('闽宁镇扬帆', '121', [4]),
  minning.primary('闽宁镇新月', '121', [4]),
  minning.primary('闽宁镇同心圆', '122', [3]),
  minning.primary('闽宁镇木槿', '220', [2]),
  minning.primary('闽宁镇戈壁红', '220', [1]),
  minning.nineYear('闽宁镇携手', '122', [3, 4], 22),
  minning.junior('闽宁镇奋进', '121', [7], 30),
  minning.junior('闽宁镇追梦', '122', [4], 25),
  minning.senior('闽宁镇远志', '121', [8], 60),
  minning.teachingPoint('闽宁镇葡园'),

  shengli.kindergarten('胜利乡蒲公英', '210', [2]),
  shengli.primary('胜利乡百草', '210', [1]),
  shengli.nineYear('胜利乡凯歌', '210', [1, 2], 28),
  shengli.teachingPoint('胜利乡河湾'),

  huangyangtan.nineYear('黄羊滩农场绿洲', '123', [1, 1], 26),
  yuquanying.nineYear('玉泉营农场甘泉', '123', [1, 1], 26),
];
