import { readFileSync } from 'node:fs';
import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend, reply, type Handlers } from '../../../backend/fake';
import type {
  BadgeReasonCode,
  BadgeReport,
  BadgeVerdict,
  BadgeView,
  CertificationsView,
} from '../../../backend/generated/commands';
import { locale } from '../../../lib/locale.svelte';
import { inspector } from '../../../lib/inspector.svelte';
import { acceptParams, firstChoice, matchesOf, mineOf, problemOf } from './accept';
import BadgeLine from './BadgeLine.svelte';
import BadgesTab from './BadgesTab.svelte';
import { finding, findings, keyToTrust, SENTENCES, short, verdictWords, whatToDo } from './verdicts';

configure({ asyncUtilTimeout: 5000 }); // a busy machine draws a dialog slowly

const contract = readFileSync('src/backend/generated/commands.ts', 'utf8');
const members = (name: string) =>
  [...(contract.match(new RegExp(`export type ${name} = ([^;]+);`))?.[1] ?? '').matchAll(/"([^"]+)"/g)].map((one) => one[1]!);

const KEY = { jwk: '{"kty":"OKP"}', thumbprint: '7ZZ6HGMPZM-UknGprI4Dorpjhz9oJ-CTlyPDlN_i-tE', kind: 'Ed25519' };
const report = (verdict: BadgeVerdict, more: Partial<BadgeReport> = {}): BadgeReport => ({
  version: '3.0',
  container: 'jwt',
  verdict,
  reasons: [{ code: 'key_in_file', detail: KEY.thumbprint }],
  name: 'Back-end L3',
  issuer: 'Exemple Académie',
  issuer_id: 'https://example.org/issuer',
  issued: '2025-03-01T00:00:00Z',
  expires: '2028-03-01T00:00:00Z',
  credential_id: 'urn:uuid:1',
  description: null,
  criteria: 'https://example.org/criteria',
  alignment: ['DVA-C02 AWS Developer'],
  recipient: 'not_compared',
  key: KEY,
  ...more,
});
const badge = (verdict: BadgeVerdict, more: Partial<BadgeReport> = {}, view: Partial<BadgeView> = {}): BadgeView => ({
  token: 'abc',
  file: 'badge.jwt',
  report: report(verdict, more),
  picture: null,
  key_name: null,
  acceptable: verdict !== 'altered' && verdict !== 'invalid',
  matches: [],
  record: null,
  attachment: null,
  ...view,
});
const kept = (verdict: BadgeVerdict, id = 'file') => badge(verdict, {}, { token: null, record: 'mine-1', attachment: id });

const mine = (id: string, stage: string, name = id) => ({ record: { id }, name, stage, provider: '' });
const row = (id: string, name: string, of: string | null) => ({
  known: { id, name, code: id.toUpperCase(), provider: 'AWS' },
  mine: of,
});
const all = {
  mine: [mine('mine-1', 'planned', 'AWS Developer'), mine('mine-2', 'held', 'Python'), mine('mine-3', 'wished', 'Kubernetes')],
  catalogue: [row('dva', 'AWS Developer', 'mine-1'), row('ckad', 'Kubernetes Developer', null)],
} as unknown as CertificationsView;

const tab = (handlers: Handlers = {}) => {
  const fake = fakeBackend({
    'badges.list': () => [],
    'certifications.list': () => all,
    'app.info': () => ({ empty: false, today: '2026-11-20' }),
    'skills.list': () => ({ groups: [], rows: [] }),
    ...handlers,
  });
  render(BadgesTab);
  return fake;
};
const check = async () => userEvent.click(await screen.findByTestId('check-badge'));

beforeEach(() => {
  inspector.close();
  location.hash = '#/certifications?tab=badges';
});

describe('the words of a check', () => {
  it.each(members('BadgeReasonCode'))('%s has a plain sentence in both languages', (code) => {
    const say = SENTENCES[code as BadgeReasonCode];
    const en = say('2026-01-01T00:00:00Z');
    locale.current = 'fr';
    const fr = say('2026-01-01T00:00:00Z');
    for (const text of [en, fr]) expect(text).toMatch(/^\p{Lu}.{10,}[.?]$/u);
    expect(fr).not.toBe(en);
    expect(en + fr).not.toContain('{');
  });

  it.each(members('BadgeVerdict'))('the verdict %s is told in words, with a colour and an icon', (verdict) => {
    const en = verdictWords(verdict as BadgeVerdict);
    locale.current = 'fr';
    const fr = verdictWords(verdict as BadgeVerdict);
    expect(fr.word).not.toBe(en.word);
    expect(fr.text).not.toBe(en.text);
    expect(en.icon).toBeTruthy();
    expect(en.tone).not.toBe('neutral');
  });

  it('writes days as the person does, and keeps the file’s own words apart', () => {
    expect(finding({ code: 'expired', detail: '2025-06-01T00:00:00Z' })).toMatchObject({
      text: 'It was valid until 1 June 2025.',
      detail: '',
    });
    expect(finding({ code: 'field_missing', detail: 'issuer' })).toMatchObject({ detail: 'issuer' });
    expect(finding({ code: 'key_in_file', detail: KEY.thumbprint }).detail).toBe('');
  });

  it('tells what decided first, and neither recipient nor revocation twice', () => {
    const { deciding, others } = findings(
      report('altered', {
        reasons: [
          { code: 'signature_mismatch', detail: '' },
          { code: 'field_missing', detail: 'sub' },
          { code: 'recipient_differs', detail: '' },
          { code: 'revocation_not_checked', detail: '' },
        ],
      }),
    );
    expect(deciding?.code).toBe('signature_mismatch');
    expect(others.map((one) => one.code)).toEqual(['field_missing']);
  });

  it('offers the key only of a badge that it fits and that is not trusted yet', () => {
    expect(keyToTrust(report('intact_issuer_unknown'))).toEqual(KEY);
    expect(keyToTrust(report('expired'))).toEqual(KEY);
    expect(keyToTrust(report('altered'))).toBeNull();
    expect(keyToTrust(report('intact_key_pinned', { reasons: [{ code: 'key_pinned', detail: '' }] }))).toBeNull();
    expect(short(KEY.thumbprint)).toBe('7ZZ6HGMP…N_i-tE');
  });

  it('says what to do with what cannot be accepted', () => {
    expect(whatToDo(report('altered'))).toContain('Do not rely on this file');
    expect(whatToDo(report('invalid', { reasons: [{ code: 'no_badge', detail: '' }] }))).toContain('Choose the file');
    expect(whatToDo(report('invalid', { reasons: [{ code: 'algorithm_none', detail: '' }] }))).toContain('Ask its issuer');
  });
});

describe('which certification a badge becomes', () => {
  const view = badge('intact_issuer_unknown', {}, { matches: ['dva', 'ckad', 'gone'] });
  const matches = matchesOf(view, all);

  it('names the catalogue’s matches first, with the person’s own record of them', () => {
    expect(matches.map((one) => [one.certification, one.mine, one.stage])).toEqual([
      ['dva', 'mine-1', 'planned'],
      ['ckad', null, null],
    ]);
    expect(mineOf(all, matches).map((one) => one.record.id)).toEqual(['mine-3']);
    expect(firstChoice(matches).kind).toBe('match:dva');
    expect(firstChoice([]).kind).toBe('own');
  });

  it('completes what is theirs already instead of doubling it', () => {
    const choice = firstChoice(matches);
    expect(acceptParams('t', choice, all)).toEqual({ token: 't', id: 'mine-1' });
    expect(acceptParams('t', { ...choice, kind: 'match:ckad' }, all)).toEqual({ token: 't', certification: 'ckad' });
    expect(acceptParams('t', { ...choice, kind: 'known', known: 'dva' }, all)).toEqual({ token: 't', id: 'mine-1' });
    expect(acceptParams('t', { ...choice, kind: 'mine', mine: 'mine-3' }, all)).toEqual({ token: 't', id: 'mine-3' });
    const supports = [{ skill: 'java', level: 2, why: '' }];
    expect(acceptParams('t', { ...choice, kind: 'own', supports }, all)).toEqual({ token: 't', supports });
  });

  it('asks for what is missing', () => {
    const choice = firstChoice([]);
    expect(problemOf(choice)).toBeNull();
    expect(problemOf({ ...choice, kind: 'mine' })).toBe('which');
    expect(problemOf({ ...choice, kind: 'known' })).toBe('which');
    expect(problemOf({ ...choice, supports: [{ skill: '', level: 1, why: '' }] })).toBe('skill');
  });
});

describe('the accepted badges', () => {
  it.each(members('BadgeVerdict') as BadgeVerdict[])(
    'a badge that is %s says so, and that revocation was not checked',
    async (verdict) => {
      tab({ 'badges.list': () => [kept(verdict)] });
      const card = await screen.findByTestId('badge-file');
      expect(within(card).getByTestId('verdict')).toHaveTextContent(verdictWords(verdict).word);
      expect(within(card).getByTestId('revocation')).toHaveTextContent('Whether it was revoked was not checked');
      expect(within(card).getByText(/Exemple Académie · issued on 1 March 2025/)).toBeVisible();
      expect(within(card).getByRole('img', { name: 'No picture' })).toBeVisible();
    },
  );

  it('open the certification that they belong to', async () => {
    tab({ 'badges.list': () => [kept('intact_issuer_unknown')] });
    await userEvent.click(await screen.findByRole('button', { name: 'Belongs to AWS Developer' }));
    expect(inspector.key).toBe('certification:mine-1');
  });

  it('let their issuer’s key be trusted, for that issuer alone', async () => {
    const fake = tab({
      'badges.list': () => [kept('intact_issuer_unknown')],
      'badges.pin': () => reply({ keys: [], addresses: [] }, { changed: ['badges'] }),
    });
    await userEvent.click(await screen.findByTestId('trust-key'));
    const params = { name: 'Exemple Académie', issuer: 'https://example.org/issuer', text: KEY.jwk, path: null };
    await waitFor(() => expect(fake.calls).toContainEqual({ name: 'badges.pin', params }));
    expect(fake.calls.filter((one) => one.name === 'badges.list').length).toBeGreaterThan(1);
  });

  it('are told of before there is one', async () => {
    tab();
    expect(await screen.findByText('No badge yet')).toBeVisible();
  });
});

describe('checking a badge', () => {
  it('does nothing when no file was chosen', async () => {
    const fake = tab({ 'badges.check': () => null });
    await check();
    await waitFor(() => expect(fake.calls).toContainEqual({ name: 'badges.check', params: {} }));
    expect(screen.queryByTestId('badge-dialog')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says why a file could not be read, and lets it be tried again', async () => {
    tab({
      'badges.check': () => {
        throw new CommandError('file.unreadable', {}, { en: 'It cannot be read.', fr: '' });
      },
    });
    await check();
    expect(await screen.findByRole('alert')).toHaveTextContent('It cannot be read.');
  });

  it('begins by itself when the palette asks for it', async () => {
    location.hash = '#/certifications?tab=badges&check=1';
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    const { route } = await import('../../../lib/router.svelte');
    route.hash = location.hash;
    tab({ 'badges.check': () => badge('expired') });
    expect(await screen.findByTestId('badge-dialog')).toBeVisible();
    expect(route.params.get('check')).toBeNull();
  });

  it.each(['altered', 'invalid'] as const)('does not offer to accept one that is %s, and says what to do', async (verdict) => {
    tab({ 'badges.check': () => badge(verdict, { reasons: [{ code: 'signature_mismatch', detail: '' }] }) });
    await check();
    const dialog = await screen.findByTestId('badge-dialog');
    expect(dialog).toHaveTextContent(whatToDo(report(verdict)));
    expect(screen.queryByTestId('accept')).toBeNull();
  });

  it('takes a pasted text, and keeps what was pasted where it is refused', async () => {
    let good = false;
    const fake = tab({
      'badges.check': () => {
        if (!good) throw new CommandError('input.too_long', { field: 'text' }, { en: 'Too long.', fr: '' });
        return badge('intact_issuer_unknown');
      },
    });
    await userEvent.click(await screen.findByTestId('paste-badge'));
    await userEvent.click(await screen.findByTestId('paste-check'));
    const field = screen.getByLabelText('Badge as JSON or token');
    expect(field).toHaveAccessibleDescription(/Paste the badge first/);
    await userEvent.type(field, 'eyJ');
    await userEvent.click(screen.getByTestId('paste-check'));
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Too long/));
    expect(field).toHaveValue('eyJ');
    good = true;
    await userEvent.click(screen.getByTestId('paste-check'));
    expect(await screen.findByTestId('badge-dialog')).toBeVisible();
    expect(fake.calls).toContainEqual({ name: 'badges.check', params: { text: 'eyJ' } });
  });

  it('warns of a badge that was issued to another address, and links to where one’s own is added', async () => {
    tab({ 'badges.check': () => badge('intact_issuer_unknown', { recipient: 'other' }) });
    await check();
    const line = await screen.findByTestId('recipient');
    expect(line).toHaveTextContent('not one of yours');
    expect(within(line).getByRole('link')).toHaveAttribute('href', '#/settings/trust');
    await userEvent.click(screen.getByTestId('accept'));
    expect(await screen.findByText(/Accept it only if it is yours/)).toBeVisible();
  });
});

describe('accepting a badge', () => {
  const accepted = () => reply({ record: { id: 'mine-1' } }, { changed: ['certifications'] });

  it('for the catalogue’s match opens the certification that it became', async () => {
    const fake = tab({
      'badges.check': () => badge('expired', {}, { matches: ['dva'] }),
      'badges.accept': accepted,
    });
    await check();
    await userEvent.click(await screen.findByTestId('accept'));
    expect(await screen.findByRole('radio', { name: /AWS Developer/ })).toBeChecked();
    expect(screen.getByText(/the certification will stand as expired/)).toBeVisible();
    await userEvent.click(screen.getByTestId('accept-do'));
    await waitFor(() => expect(inspector.key).toBe('certification:mine-1'));
    expect(fake.calls).toContainEqual({ name: 'badges.accept', params: { token: 'abc', id: 'mine-1' } });
    await waitFor(() => expect(screen.queryByTestId('badge-dialog')).toBeNull());
  });

  it('for one of mine asks which', async () => {
    const fake = tab({ 'badges.check': () => badge('intact_issuer_unknown'), 'badges.accept': accepted });
    await check();
    await userEvent.click(await screen.findByTestId('accept'));
    await userEvent.click(await screen.findByRole('radio', { name: /One of mine/ }));
    await userEvent.click(screen.getByTestId('accept-do'));
    const field = screen.getByLabelText('Which of mine');
    await waitFor(() => expect(field).toHaveAccessibleDescription('Choose a certification first.'));
    await userEvent.selectOptions(field, 'mine-3');
    await userEvent.click(screen.getByTestId('accept-do'));
    await waitFor(() => expect(fake.calls).toContainEqual({ name: 'badges.accept', params: { token: 'abc', id: 'mine-3' } }));
  });

  it('that was accepted already stays where it is and says so', async () => {
    tab({
      'badges.check': () => badge('intact_key_pinned'),
      'badges.accept': () => {
        throw new CommandError('badge.accepted_already', {}, { en: 'You accepted this badge already.', fr: '' });
      },
    });
    await check();
    await userEvent.click(await screen.findByTestId('accept'));
    await userEvent.click(await screen.findByTestId('accept-do'));
    expect(await screen.findByRole('alert')).toHaveTextContent('You accepted this badge already.');
    expect(screen.getByTestId('accept-form')).toBeVisible();
  });
});

describe('the badge of a certification', () => {
  it('stands in one line and opens its card', async () => {
    fakeBackend({ 'badges.list': () => [kept('intact_key_pinned')], 'certifications.list': () => all });
    render(BadgeLine, { id: 'mine-1' });
    await userEvent.click(await screen.findByRole('button', { name: /Badge: Intact, and you trust/ }));
    const dialog = await screen.findByTestId('badge-dialog');
    expect(dialog).toHaveTextContent('Back-end L3');
    expect(screen.queryByTestId('accept')).toBeNull();
  });

  it('is not there where it rests on none', async () => {
    const fake = fakeBackend({ 'badges.list': () => [kept('intact_key_pinned')], 'certifications.list': () => all });
    render(BadgeLine, { id: 'mine-2' });
    await waitFor(() => expect(fake.calls.length).toBeGreaterThan(0));
    expect(screen.queryByTestId('badge-line')).toBeNull();
  });
});
