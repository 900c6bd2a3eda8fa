import { beforeEach, describe, expect, it } from 'vitest';
import * as f from './format';
import { locale } from './locale.svelte';

const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('in English', () => {
  beforeEach(() => (locale.current = 'en'));

  it('writes days as people say them', () => {
    expect(f.date('2026-11-20')).toBe('20 November 2026');
    expect(f.dateShort('2026-11-20')).toBe('20 Nov');
    expect(f.dateLong('2026-11-20')).toBe('Friday 20 November');
    expect(f.weekdays('short')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  });
  it('counts days from today in words', () => {
    expect(f.relativeDays('2026-11-29', '2026-11-20')).toBe('in 9 days');
    expect(f.relativeDays('2026-11-21', '2026-11-20')).toBe('tomorrow');
    expect(f.relativeDays('2026-08-20', '2026-11-20')).toBe('3 months ago');
  });
  it('writes hours and minutes', () => {
    expect(plain(f.hours(90))).toBe('1 h 30');
    expect(plain(f.hours(2040))).toBe('34 h');
    expect(plain(f.hours(45))).toBe('45 min');
    expect(plain(f.hours(65))).toBe('1 h 05');
    expect(plain(f.hours(-20))).toBe('−20 min');
    expect(plain(f.hoursOnly(100))).toBe('1.5 h');
  });
  it('writes figures, shares and money', () => {
    expect(f.number(12345.6)).toBe('12,346');
    expect(f.percent(0.54)).toBe('54%');
    expect(f.percentChange(0.03)).toBe('+3%');
    expect(f.money(150, 'EUR')).toBe('€150');
    expect(f.list(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('in French', () => {
  beforeEach(() => (locale.current = 'fr'));

  it('writes days as people say them', () => {
    expect(f.date('2026-11-20')).toBe('20 novembre 2026');
    expect(f.dateLong('2026-11-20')).toBe('vendredi 20 novembre');
    expect(f.relativeDays('2026-11-29', '2026-11-20')).toBe('dans 9 jours');
  });
  it('writes the first of a month as 1er', () => {
    expect(f.date('2027-06-01')).toBe('1er juin 2027');
    expect(f.dateShort('2027-06-01')).toBe('1er juin');
    expect(f.dateLong('2027-06-01')).toBe('mardi 1er juin');
    expect(f.date('2027-06-11')).toBe('11 juin 2027');
    expect(plain(f.dateRange('2027-06-01', '2027-06-07'))).toBe('1er–7 juin 2027');
    expect(plain(f.dateRange('2026-10-26', '2026-11-01'))).toBe('26 octobre – 1er novembre 2026');
  });
  it('puts the euro and the percent after the figure, with a space that does not break', () => {
    expect(f.money(1500, 'EUR')).toMatch(/^1\u202f500\u00a0€$/);
    expect(f.percent(0.54)).toMatch(/^54[\u00a0\u202f]%$/);
    expect(f.hours(90)).toBe('1\u00a0h\u00a030');
    expect(plain(f.hoursOnly(100))).toBe('1,5 h');
  });
  it('takes the French text of the core', () => {
    expect(f.tx({ en: 'Skill', fr: 'Compétence' })).toBe('Compétence');
    expect(f.tx(null)).toBe('');
  });
});

it('knows which days exist', () => {
  expect(f.isIsoDate('2028-02-29')).toBe(true);
  expect(f.isIsoDate('2027-02-29')).toBe(false);
  expect(f.isIsoDate('29/02/2028')).toBe(false);
});

it('counts days across a change of the clocks', () => {
  expect(f.daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(f.daysBetween('2026-10-24', '2026-10-26')).toBe(2);
});
