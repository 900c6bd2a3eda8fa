import { describe, expect, it } from 'vitest';
import { record, view } from '../samples';
import { emptyField, lineDraft, removedLine, savedLine } from './lines';

const attempt = (on: string) => ({ on, score: '600', cost: 99, currency: 'USD', note: 'IAM' });
const one = view('failed', {
  record: record({
    stage: 'failed',
    attempt: 3,
    attempts: [attempt('2026-03-01'), attempt('2026-09-01')],
    costs: [{ on: '2026-01-05', what: 'course', amount: 189.5, currency: 'EUR', note: '' }],
    credits: [{ on: '2026-02-01', credits: 7.5, title: 'Talk' }],
  }),
});

describe('the lines of a record', () => {
  it('puts a past attempt where its day belongs, and lets the core count anew', () => {
    const draft = { ...lineDraft(one, 'attempt', null, '2026-11-20'), on: '2026-06-01', score: '650' };
    const params = savedLine(one, 'attempt', null, draft);
    expect(params.attempts?.map((it) => it.on)).toEqual(['2026-03-01', '2026-06-01', '2026-09-01']);
    expect(params.attempts?.[1]).toMatchObject({ score: '650', cost: null, currency: null });
    expect(params.attempt).toBeNull();
    expect(params).not.toHaveProperty('costs'); // the other lists stay as they are
  });
  it('keeps the number that the person gave an attempt', () => {
    const own = view('booked', { record: record({ attempt: 5, attempts: [attempt('2026-03-01')] }) });
    expect(removedLine(own, 'attempt', 0)).toMatchObject({ attempt: 5, attempts: [] });
  });
  it('changes one line and leaves the others', () => {
    const draft = { ...lineDraft(one, 'cost', 0, '2026-11-20'), amount: 200 };
    expect(savedLine(one, 'cost', 0, draft).costs).toEqual([
      { on: '2026-01-05', what: 'course', amount: 200, currency: 'EUR', note: '' },
    ]);
    expect(removedLine(one, 'credit', 0).credits).toEqual([]);
  });
  it('opens a line as it was saved', () => {
    expect(lineDraft(one, 'credit', 0, '2026-11-20')).toMatchObject({ on: '2026-02-01', credits: 7.5, title: 'Talk' });
    expect(lineDraft(one, 'attempt', 1, '2026-11-20')).toMatchObject({ on: '2026-09-01', amount: 99, currency: 'USD' });
  });
  it('asks for the figure of a cost and of credits', () => {
    const blank = lineDraft(one, 'cost', null, '2026-11-20');
    expect(emptyField('cost', blank)).toBe('amount');
    expect(emptyField('credit', blank)).toBe('credits');
    expect(emptyField('attempt', blank)).toBeNull();
  });
});
