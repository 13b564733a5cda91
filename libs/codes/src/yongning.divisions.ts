import type { Division } from './division.ts';

/** 永宁县 640121 in the Bureau of Statistics' release of 2022-12-29. */
export const yongning = { code: '640121', name: '永宁县' } as const;

export const yongningDivisions: readonly Division[] = [
  { code: '640121001', name: '团结西路街道', type: 'SUBDISTRICT' },
  { code: '640121100', name: '杨和镇', type: 'TOWN' },
  { code: '640121101', name: '李俊镇', type: 'TOWN' },
  { code: '640121102', name: '望远镇', type: 'TOWN' },
  { code: '640121103', name: '望洪镇', type: 'TOWN' },
  { code: '640121104', name: '闽宁镇', type: 'TOWN' },
  { code: '640121200', name: '胜利乡', type: 'TOWNSHIP' },
  { code: '640121400', name: '黄羊滩农场', type: 'FARM' },
  { code: '640121401', name: '玉泉营农场', type: 'FARM' },
];
