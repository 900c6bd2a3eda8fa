import { expect, it } from 'vitest';
import { rank, type PaletteEntry } from './palette';
import { fold, fuzzy, matches } from './text';

it('finds French words typed without accents', () => {
  expect(fold('Cœur du Développement')).toBe('coeur du developpement');
  expect(matches('secur appli', 'Sécurité applicative')).toBe(true);
});

it('finds letters in order, and refuses letters that lie far apart', () => {
  expect(fuzzy('psql', 'PostgreSQL')).not.toBeNull();
  expect(fuzzy('zz', 'PostgreSQL')).toBeNull();
});

it('puts what begins with the words first in the palette', () => {
  const entry = (title: string): PaletteEntry => ({ id: title, title, run: () => {} });
  const found = rank('sql', [entry('PostgreSQL'), entry('NoSQL basics'), entry('SQL')]);
  expect(found.map((one) => one.title)[0]).toBe('SQL');
  expect(rank('', [entry('a'), entry('b')])).toHaveLength(2);
  expect(rank('qqq', [entry('a')])).toHaveLength(0);
});
