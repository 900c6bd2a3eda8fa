import { configure, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../backend/backend';
import { fakeBackend, reply, type Handlers } from '../../backend/fake';
import TrustSection from './TrustSection.svelte';

configure({ asyncUtilTimeout: 5000 }); // a busy machine draws a dialog slowly

const key = {
  id: 'key-1',
  issuer: 'https://example.org/issuer',
  name: 'Exemple Académie',
  key: { jwk: '{}', thumbprint: '7ZZ6HGMPZM-UknGprI4Dorpjhz9oJ-CTlyPDlN_i-tE', kind: 'RSA' },
  added_on: '2026-11-20',
};
const full = { keys: [key], addresses: ['me@example.org'] };
const none = { keys: [], addresses: [] };
const done = { seq: 1, name: 'badges.pin', sentence: { en: 'Trusted the key', fr: '' } };
const section = (handlers: Handlers) => {
  const fake = fakeBackend({ 'badges.trust': () => full, ...handlers });
  render(TrustSection);
  return fake;
};

describe('keys that are trusted', () => {
  it('are listed with whom they are for and since when, and can be let go', async () => {
    const fake = section({ 'badges.unpin': () => none });
    expect(await screen.findByTestId('key-key-1')).toHaveTextContent(
      'Exemple Académie for https://example.org/issuer RSA · 7ZZ6HGMP…N_i-tE · trusted since 20 November 2026',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Trust “Exemple Académie” no longer' }));
    expect(fake.calls).toContainEqual({ name: 'badges.unpin', params: { id: 'key-1' } });
  });

  it('need a name and a key, said next to the fields', async () => {
    const fake = section({});
    await userEvent.click(await screen.findByTestId('add-key'));
    await userEvent.click(await screen.findByTestId('save'));
    expect(screen.getByLabelText('What to call it')).toHaveAccessibleDescription(/Give it a name/);
    expect(screen.getByLabelText('Public key')).toHaveAccessibleDescription(/Paste the key, or choose its file/);
    expect(fake.calls.some((one) => one.name === 'badges.pin')).toBe(false);
  });

  it('that cannot be used are refused at the key, and nothing that was written is lost', async () => {
    section({
      'badges.pin': () => {
        throw new CommandError('badge.key', {}, { en: 'This is not a public key.', fr: '' });
      },
    });
    await userEvent.click(await screen.findByTestId('add-key'));
    await userEvent.type(await screen.findByLabelText('What to call it'), 'Issuer');
    await userEvent.type(screen.getByLabelText('Public key'), 'did:key:zzz');
    await userEvent.click(screen.getByTestId('save'));
    const field = screen.getByLabelText('Public key');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/This is not a public key/));
    expect(field).toHaveValue('did:key:zzz');
  });

  it('come from a file too: the form stays when none was chosen', async () => {
    let chosen = false;
    const fake = section({ 'badges.pin': () => reply(full, { history: chosen ? done : null }) });
    await userEvent.click(await screen.findByTestId('add-key'));
    await userEvent.type(await screen.findByLabelText('What to call it'), 'Issuer');
    await userEvent.click(screen.getByTestId('key-file'));
    const params = { name: 'Issuer', issuer: null, text: null, path: null };
    await waitFor(() => expect(fake.calls).toContainEqual({ name: 'badges.pin', params }));
    expect(screen.getByTestId('trust-key-form')).toBeVisible();
    chosen = true;
    await userEvent.click(screen.getByTestId('key-file'));
    await waitFor(() => expect(screen.queryByTestId('trust-key-form')).toBeNull());
  });
});

describe('my addresses', () => {
  it('are added, refused next to the field, and removed', async () => {
    let good = false;
    const fake = section({
      'badges.add_address': () => {
        if (!good) throw new CommandError('badge.address', {}, { en: 'Not an e-mail address.', fr: '' });
        return full;
      },
      'badges.remove_address': () => none,
    });
    const field = await screen.findByLabelText('E-mail address');
    await userEvent.click(screen.getByTestId('add-address'));
    expect(field).toHaveAccessibleDescription('Write an address first.');
    await userEvent.type(field, 'me@{Enter}');
    await waitFor(() => expect(field).toHaveAccessibleDescription('Not an e-mail address.'));
    expect(field).toHaveValue('me@');
    good = true;
    await userEvent.type(field, 'example.com{Enter}');
    await waitFor(() => expect(field).toHaveValue(''));
    expect(fake.calls).toContainEqual({ name: 'badges.add_address', params: { address: 'me@example.com' } });
    await userEvent.click(screen.getByRole('button', { name: 'Remove me@example.org' }));
    expect(fake.calls).toContainEqual({ name: 'badges.remove_address', params: { address: 'me@example.org' } });
  });

  it('and keys say what they are for before there are any', async () => {
    section({ 'badges.trust': () => none });
    expect(await screen.findByText(/whether a badge was issued to you cannot be compared/)).toBeVisible();
    expect(screen.getByText(/You can trust a key from a badge/)).toBeVisible();
  });
});
