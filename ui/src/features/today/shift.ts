// How far a date has moved, in words.
import { m } from '../../paraglide/messages';

/** 4 days later, the same day, 2 days earlier; about 7 months later, from three months on; about 12 years, from two years on */
export function shiftWord(days: number): string {
  const n = Math.abs(days);
  if (n === 0) return m.review_same_day();
  if (n < 90) return days > 0 ? m.review_days_later({ n }) : m.review_days_earlier({ n });
  const years = { n: Math.round(n / 365.25) };
  if (years.n >= 2) return days > 0 ? m.review_years_later(years) : m.review_years_earlier(years);
  const months = { n: Math.round(n / 30.44) };
  return days > 0 ? m.review_months_later(months) : m.review_months_earlier(months);
}
