/** Surnames by weight; a name is a surname and one or two characters, put together at random. */
export const surnames = weights(
  '王7 李7 张7 刘5 杨5 陈4 赵4 马4 吴3 周3 徐2 孙2 朱2 高2 郭2 何2 罗2 梁2 宋2 郑2 谢1 韩1 唐1 冯1 于1 董1 程1 曹1 袁1 邓1 许1 傅1 沈1 曾1 彭1 吕1 苏1 蒋1 蔡1 贾1 丁1 魏1 薛1 叶1 阎1 余1 潘1 杜1 戴1 夏1 钟1 汪1 田1 任1 姜1 范1 方1 石1 姚1 谭1',
);

/** Surnames that are more common in Hui families (回族). */
export const huiSurnames = weights(
  '马30 杨8 王6 李5 张4 丁4 金3 白3 田3 罗3 苏3 海2 哈2 纳2 虎2 沙2 拜2 撒1 妥1 勉1 铁1 锁1 买1 兰2 吴2 陈2 周2 何2',
);

export const maleCharacters = [
  ...'伟强磊军勇杰涛斌超明辉刚健峰浩宇轩博文泽睿航凯旭鹏翔志远天昊然子涵俊逸晨阳嘉诚云帆景行一鸣弘毅瑞霖安邦振华思源立恒',
] as const;

export const femaleCharacters = [
  ...'芳娜敏静丽艳娟霞玲燕红梅雪琳婷雅欣怡悦梦瑶诗涵语嫣思琪佳宁若曦子萱晓彤雨桐心妍紫月春兰秀英惠如清婉依诺可馨一诺书瑶',
] as const;

function weights(text: string): Record<string, number> {
  return Object.fromEntries(text.split(' ').map((entry) => [entry.slice(0, 1), Number(entry.slice(1))]));
}
