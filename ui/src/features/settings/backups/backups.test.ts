import { describe, expect, it } from 'vitest';
import { locale } from '../../../lib/locale.svelte';
import { asksPassphrase, difference, firstPlace, grouped, oldest, passphraseFault, rowsAt } from './backups';
import { backup, view } from './samples';

const at = (made: string | null) => backup({ id: `here:${made}`, made });

describe('the list of backups', () => {
  const rows = [
    at('2026-11-20T21:00:00'),
    at('2026-11-20T09:00:00'),
    at('2026-11-19T23:30:00'),
    at('2026-11-18T10:00:00'),
    at('2026-11-02T10:00:00'),
    at('2026-02-12T10:00:00'),
    at(null),
  ];
  it('has today and yesterday by themselves, and the days before by their month', () => {
    const names = grouped(rows, '2026-11-20').map((group) => [group.name, group.rows.length]);
    expect(names).toEqual([
      ['Today', 2],
      ['Yesterday', 1],
      ['November 2026', 2],
      ['February 2026', 1],
      [null, 1],
    ]);
    locale.current = 'fr';
    expect(grouped(rows, '2026-11-20').map((group) => group.name)).toContain('Février 2026');
  });
  it('says how far back it goes, passing over those whose date the passphrase keeps', () => {
    expect(oldest(rows)).toBe('2026-02-12');
    expect(oldest([at(null)])).toBeNull();
  });
  it('knows yesterday on the day that the clocks change', () => {
    expect(grouped([at('2026-10-24T12:00:00')], '2026-10-25')[0]?.name).toBe('Yesterday');
  });
  it('begins beside the data, and in the folder of choice where they lie only there', () => {
    const away = backup({ id: 'away:1', away: true });
    expect(firstPlace(view({ rows: [backup(), away] }))).toBe('here');
    expect(firstPlace(view({ rows: [away] }))).toBe('there');
    expect(firstPlace(view({ rows: [] }))).toBe('here');
    expect(rowsAt(view({ rows: [backup(), away] }), 'there')).toEqual([away]);
  });
});

it('restoring says by how much each kind changes, and nothing where it cannot be told', () => {
  expect(difference({ count: 3, now: 1204 })).toBe('−1,201');
  expect(difference({ count: 5, now: 3 })).toBe('+2');
  expect(difference({ count: 3, now: 3 })).toBe('');
  expect(difference({ count: 3, now: null })).toBeNull();
});

it('only a missing or another passphrase asks for one', () => {
  expect(asksPassphrase({ code: 'backup.passphrase_needed' })).toBe(true);
  expect(asksPassphrase({ code: 'backup.passphrase_wrong' })).toBe(true);
  expect(asksPassphrase({ code: 'backup.altered' })).toBe(false);
  expect(asksPassphrase(null)).toBe(false);
});

it('a new passphrase has eight characters, as a person counts them, and is written twice alike', () => {
  expect(passphraseFault('1234567', '1234567')).toBe('short');
  expect(passphraseFault('🔑🔑🔑🔑🔑🔑🔑', '🔑🔑🔑🔑🔑🔑🔑')).toBe('short');
  expect(passphraseFault('12345678', '12345679')).toBe('unlike');
  expect(passphraseFault('12345678', '12345678')).toBeNull();
});
