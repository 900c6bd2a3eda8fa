import { configure, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend } from '../../../backend/fake';
import type { AttachBytesParams, AttachmentRecord, ProjectPageView } from '../../../backend/generated/commands';
import { MOST_BYTES, nameOf } from './adding.svelte';
import PicturesSection from './PicturesSection.svelte';

configure({ asyncUtilTimeout: 5000 });
const file = (id: string, more: Partial<AttachmentRecord> = {}): AttachmentRecord => ({
  id,
  owner: 'project',
  owner_id: 'p',
  name: `${id}.png`,
  media_type: 'image/png',
  bytes: 1000,
  sha256: '',
  alt: `What ${id} shows`,
  badge: false,
  position: 0,
  ...more,
});
const page = (...attachments: AttachmentRecord[]) =>
  ({ project: { record: { id: 'p' }, attachments, cover: attachments[0]?.id ?? null } }) as unknown as ProjectPageView;
const thumb = { 'attachments.thumb': () => ({ data_url: 'data:image/png;base64,AAAA', alt: '' }) };
const transfer = (...files: File[]) => ({ files, items: [], types: ['Files'] });

beforeEach(() => void vi.useRealTimers());

describe('pictures of a project', () => {
  it('are added by dropping them, one after the other', async () => {
    const fake = fakeBackend({ ...thumb, 'attachments.add_bytes': ({ name }: AttachBytesParams) => file(name) });
    render(PicturesSection, { page: page() });
    const files = [new File(['abc'], 'one.png', { type: 'image/png' }), new File(['d'], 'two.pdf')];
    await fireEvent.drop(screen.getByTestId('pictures'), { dataTransfer: transfer(...files) });
    await waitFor(() => expect(fake.calls.filter((call) => call.name === 'attachments.add_bytes')).toHaveLength(2));
    expect(fake.calls[0]?.params).toEqual({ owner: 'project', owner_id: 'p', name: 'one.png', base64: btoa('abc') });
  });
  it('that the core refuses are named beside the drop zone, and the others come in', async () => {
    const fake = fakeBackend({
      ...thumb,
      'attachments.add_bytes': ({ name }: AttachBytesParams) => {
        if (name === 'bad.png')
          throw new CommandError('attachment.not_a_picture', { name }, { en: `“${name}” is no picture.`, fr: '' });
        return file(name, { media_type: 'application/pdf' });
      },
    });
    render(PicturesSection, { page: page() });
    const huge = new File(['x'], 'huge.png');
    Object.defineProperty(huge, 'size', { value: MOST_BYTES + 1 });
    await fireEvent.drop(screen.getByTestId('pictures'), {
      dataTransfer: transfer(new File(['x'], 'bad.png'), huge, new File(['x'], 'good.pdf')),
    });
    const said = await screen.findByTestId('file-refused');
    await waitFor(() => expect(said).toHaveTextContent('“huge.png” is 52.4 MB'));
    expect(said).toHaveTextContent('“bad.png” is no picture.');
    await waitFor(() =>
      expect(fake.calls.map((call) => (call.params as { name?: string }).name)).toEqual(['bad.png', 'good.pdf']),
    );
  });
  it('are pasted, and get a name that tells them apart', async () => {
    const fake = fakeBackend({ ...thumb, 'attachments.add_bytes': ({ name }: AttachBytesParams) => file(name) });
    render(PicturesSection, { page: page() });
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: transfer(new File(['abc'], 'image.png', { type: 'image/png' })) });
    window.dispatchEvent(event);
    await waitFor(() => expect(fake.calls).toHaveLength(1));
    expect((fake.calls[0]?.params as AttachBytesParams).name).toMatch(/^Pasted picture .+\.png$/);
    expect(nameOf(new File([''], 'mine.png', { type: 'image/png' }), true)).toBe('mine.png');
    expect(nameOf(new File([''], 'image.png', { type: 'image/png' }), false)).toBe('image.png');
  });
  it('are put in order by the arrow keys, with the other files after them', async () => {
    const fake = fakeBackend({ ...thumb, 'attachments.order': () => [] });
    render(PicturesSection, { page: page(file('a'), file('pdf', { media_type: 'application/pdf' }), file('b')) });
    const grip = screen.getByRole('button', { name: /Move a\.png, 1 of 2/ });
    grip.focus();
    await fireEvent.keyDown(grip, { key: 'ArrowRight' });
    await waitFor(() =>
      expect(fake.calls.find((call) => call.name === 'attachments.order')?.params).toEqual({
        owner: 'project',
        owner_id: 'p',
        ids: ['b', 'a', 'pdf'],
      }),
    );
    expect(screen.getByText('Now 2 of 2')).toBeInTheDocument();
  });
  it('without words for those who do not see them are asked about kindly', () => {
    fakeBackend(thumb);
    render(PicturesSection, { page: page(file('a'), file('b', { alt: '' })) });
    expect(screen.getByTestId('alts-missing')).toHaveTextContent('1 picture has no words yet');
    expect(screen.getAllByTestId('alt-missing')).toHaveLength(1);
  });
});
