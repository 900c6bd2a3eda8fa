import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { leadsTo, pressing, totals, type Due, type Today } from './today';
import WhenCard from './WhenCard.svelte';

const due = (what: Due['what'], reference: string): Due =>
  ({ what, reference, title: { en: 'x', fr: 'x' }, on: '2027-01-01', days: 3, minutes_left: null }) as Due;

describe('this week', () => {
  test('adds up what was logged, what is planned and the time there is', () => {
    const week = [
      { date: '2026-11-16', logged: 30, planned: 0, capacity: 90 },
      { date: '2026-11-17', logged: 0, planned: 60, capacity: 90 },
    ];
    expect(totals(week)).toEqual({ logged: 30, planned: 60, capacity: 180 });
  });
});

describe('what comes due', () => {
  test('is late once past, soon within two weeks', () =>
    expect([-1, 0, 14, 15].map(pressing)).toEqual(['late', 'soon', 'soon', 'later']));
  test('leads to the page where it can be changed', () => {
    expect(leadsTo(due('stale', 'docker'))).toBe('#/skills/docker');
    expect(leadsTo(due('exam', 'abc'))).toBe('#/certifications/abc');
    expect(leadsTo(due('item', 'skill:sql:2'))).toBe('#/plan?item=skill%3Asql%3A2');
    expect(leadsTo(due('ready', 'target'))).toBe('#/plan');
  });
});

describe('when', () => {
  test('a date that is missed says how much does not fit and which date fits, and how many hours a week would do', () => {
    const ready = {
      by: '2027-05-20',
      met: false,
      missing_minutes: 71390,
      weekly_minutes_needed: 960,
      date_that_fits: '2030-10-05',
    };
    const today = { finish: '2030-10-05', minutes_left: 81660, ready, shortfalls: [] } as unknown as Today;
    const { container } = render(WhenCard, { today });
    expect(screen.getByText(/20 May 2027/)).toHaveTextContent('do not fit before it');
    expect(screen.getByText(/the date that fits is 5 October 2030/)).toBeInTheDocument();
    expect(container).toHaveTextContent(/16\sh a week are needed/);
  });
});
