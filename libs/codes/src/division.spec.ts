import { countyOf, divisionTypeOf, twelveDigitDivision } from './division.ts';
import { yongning, yongningDivisions } from './yongning.divisions.ts';

it('has the nine divisions of Yongning, each of the type its code says', () => {
  expect(yongningDivisions.map(({ code, name }) => `${code.slice(6)} ${name}`)).toEqual([
    '001 团结西路街道',
    '100 杨和镇',
    '101 李俊镇',
    '102 望远镇',
    '103 望洪镇',
    '104 闽宁镇',
    '200 胜利乡',
    '400 黄羊滩农场',
    '401 玉泉营农场',
  ]);
  for (const { code, type } of yongningDivisions) {
    expect([countyOf(code), divisionTypeOf(code)]).toEqual([yongning.code, type]);
  }
});

it.each([
  ['640121001', 'SUBDISTRICT'],
  ['640121099', 'SUBDISTRICT'],
  ['640121100', 'TOWN'],
  ['640121199', 'TOWN'],
  ['640121200', 'TOWNSHIP'],
  ['640121399', 'TOWNSHIP'],
  ['640121400', 'FARM'],
  ['640121000', null],
  ['640121', null],
  ['64012110A', null],
])('%s is %s', (code, type) => {
  expect(divisionTypeOf(code)).toBe(type);
});

it('pads codes as the national roll system does', () => {
  expect([twelveDigitDivision('640121102'), twelveDigitDivision('640121')]).toEqual(['640121102000', '640121000000']);
});
