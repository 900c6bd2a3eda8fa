import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = ['messages', 'messages/areas'].flatMap((dir) =>
  readdirSync(dir)
    .filter((name) => name.endsWith('en.json'))
    .map((name) => `${dir}/${name}`),
);
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const names = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort();

it.each(files)('every sentence of %s exists in French, with the same parameters', (file) => {
  const en = read(file);
  const fr = read(file.replace(/en\.json$/, 'fr.json'));
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  for (const key of Object.keys(en)) if (key !== '$schema') expect(names(fr[key]), key).toEqual(names(en[key]));
});

it.each(files.map((file) => file.replace(/en\.json$/, 'fr.json')))('%s keeps French typography', (file) => {
  for (const [key, message] of Object.entries(read(file))) {
    if (key === '$schema') continue;
    const text =
      typeof message === 'string' ? message : JSON.stringify(Object.values((message as { match: object }[])[0]?.match ?? {}));
    expect(text, key).not.toMatch(/[^\s\u00a0\u202f][;!?%»](?!\w)|[^\u00a0\s]:\s|« (?! )|[A-Za-zé]'[A-Za-zé]/);
    expect(text, `${key}: a breaking space before ; ! ? % » :`).not.toMatch(/ [;!?%»:]/);
  }
});

it('no key stands in two files', () => {
  const all = files.flatMap((file) => Object.keys(read(file)).filter((key) => key !== '$schema'));
  expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
});
