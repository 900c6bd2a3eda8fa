import { configure, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandError } from '../../backend/backend';
import { fakeBackend, type Handlers } from '../../backend/fake';
import type { AttachmentRecord, PageParams } from '../../backend/generated/commands';
import { kindOf } from './files';
import './Viewer.svelte'; // fetched when first wanted: here beforehand
import { viewer, viewFile } from './viewer.svelte';
import ViewerHost from './ViewerHost.svelte';
import { pixelsFor, stepFrom, widthAt, type Shape } from './zoom';

configure({ asyncUtilTimeout: 5000 }); // a busy machine draws a dialog slowly

const file = (media_type: string, more: Partial<AttachmentRecord> = {}): AttachmentRecord => ({
  id: `file-${media_type}`,
  owner: 'certification',
  owner_id: 'one',
  name: 'certificate',
  media_type,
  bytes: 1000,
  sha256: '',
  alt: '',
  badge: false,
  position: 0,
  ...more,
});
const DOT = 'data:image/png;base64,AAAA';
const drawn = ({ page = 0, width }: PageParams) => ({ data_url: DOT, page, pages: 3, width, height: Math.round(width / 1.41) });

function show(handlers: Handlers, one: AttachmentRecord) {
  const fake = fakeBackend(handlers);
  render(ViewerHost);
  viewFile(one);
  return fake;
}

beforeEach(() => {
  viewer.open = false;
  viewer.file = null;
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(832);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(632);
  Element.prototype.scrollTo ??= () => {};
});

describe('how large a sheet is drawn', () => {
  const room = { width: 800, height: 600 };
  const paper: Shape = { base: 800, ratio: Math.SQRT2, grows: true };
  const small: Shape = { base: 300, ratio: 0.5, grows: false };

  it('fills the width with a page, and shows the whole of it when asked', () => {
    expect(widthAt('width', paper, room)).toBe(800);
    expect(widthAt('page', paper, room)).toBe(424);
    expect(widthAt(1.5, paper, room)).toBe(1200);
  });
  it('never blows a small picture up unasked', () => {
    expect(widthAt('width', small, room)).toBe(300);
    expect(widthAt('page', small, room)).toBe(300);
    expect(widthAt(2, small, room)).toBe(600);
  });
  it('goes up and down in steps and stops at the ends', () => {
    expect(stepFrom(300, small, true)).toBe(1.25);
    expect(stepFrom(300, small, false)).toBe(0.8);
    expect(stepFrom(1200, small, true)).toBeNull();
    expect(stepFrom(30, small, false)).toBeNull();
  });
  it('asks for the pixels of the screen, within what the core draws', () => {
    expect(pixelsFor(800, 1)).toBe(800);
    expect(pixelsFor(801, 1)).toBe(960);
    expect(pixelsFor(800, 2)).toBe(1600);
    expect(pixelsFor(9000, 2)).toBe(4000);
    expect(pixelsFor(3, 1)).toBeGreaterThanOrEqual(50);
  });
});

describe('what is shown inside the program', () => {
  it('is pictures and PDFs by their first bytes, and nothing else', () => {
    expect(kindOf(file('image/webp'))).toBe('picture');
    expect(kindOf(file('application/pdf'))).toBe('document');
    expect(kindOf(file('image/svg+xml'))).toBeNull();
    expect(kindOf(file('text/plain'))).toBeNull();
  });

  it('hands any other file to the system’s program', async () => {
    const fake = fakeBackend({ 'attachments.open': () => null });
    viewFile(file('text/plain'));
    await waitFor(() => expect(fake.calls).toEqual([{ name: 'attachments.open', params: { id: 'file-text/plain' } }]));
    expect(viewer.open).toBe(false);
  });
});

describe('looking at a PDF', () => {
  it('turns its pages by keys and says which it is', async () => {
    const fake = show({ 'attachments.page': drawn }, file('application/pdf'));
    const sheet = await screen.findByAltText('certificate, page 1 of 3');
    expect(sheet).toHaveAttribute('src', DOT);
    await fireEvent.keyDown(window, { key: 'ArrowRight' });
    expect(await screen.findByAltText('certificate, page 2 of 3')).toBeVisible();
    await fireEvent.keyDown(window, { key: 'PageDown' });
    expect(await screen.findByText('page 3 of 3')).toBeVisible();
    await fireEvent.keyDown(window, { key: 'ArrowRight' });
    expect(screen.getByText('page 3 of 3')).toBeVisible();
    await waitFor(() => expect(fake.calls.map((one) => (one.params as PageParams).page)).toEqual([0, 1, 2]));
    expect(fake.calls.every((one) => JSON.stringify(Object.keys(one.params as object)) === '["id","page","width"]')).toBe(true);
  });

  it('grows and shrinks by keys, and asks for more pixels when it is larger', async () => {
    const fake = show({ 'attachments.page': drawn }, file('application/pdf'));
    const sheet = await screen.findByAltText('certificate, page 1 of 3');
    expect(sheet).toHaveAttribute('width', '800');
    await fireEvent.keyDown(window, { key: '+' });
    await waitFor(() => expect(sheet).toHaveAttribute('width', '1000'));
    await waitFor(() => expect((fake.calls.at(-1)?.params as PageParams).width).toBe(1120));
    await fireEvent.keyDown(window, { key: '0' });
    await waitFor(() => expect(sheet).toHaveAttribute('width', '800'));
    await fireEvent.keyDown(window, { key: '-' });
    await waitFor(() => expect(sheet).toHaveAttribute('width', '640'));
  });

  it('says why one cannot be drawn and offers another program', async () => {
    const sentence = { en: '“certificate” cannot be shown here.', fr: '' };
    const fake = show(
      {
        'attachments.page': () => {
          throw new CommandError('attachment.not_drawn', {}, sentence);
        },
        'attachments.open': () => null,
      },
      file('application/pdf'),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence.en);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Open with another program' }));
    expect(fake.calls.at(-1)).toEqual({ name: 'attachments.open', params: { id: 'file-application/pdf' } });
  });

  it('closes with Escape', async () => {
    show({ 'attachments.page': drawn }, file('application/pdf'));
    await screen.findByAltText('certificate, page 1 of 3');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(viewer.open).toBe(false));
  });
});

describe('looking at a picture', () => {
  it('says what it shows, and is drawn at its own size on 0', async () => {
    show({ 'attachments.picture': () => ({ data_url: DOT, alt: 'A certificate' }) }, file('image/png'));
    const picture = await screen.findByAltText<HTMLImageElement>('A certificate');
    vi.spyOn(picture, 'naturalWidth', 'get').mockReturnValue(1600);
    vi.spyOn(picture, 'naturalHeight', 'get').mockReturnValue(1200);
    await fireEvent.load(picture);
    await waitFor(() => expect(picture).toHaveAttribute('width', '800'));
    await fireEvent.keyDown(window, { key: '0' });
    await waitFor(() => expect(picture).toHaveAttribute('width', '1600'));
    expect(picture).toHaveAttribute('height', '1200');
  });

  it('says so when its bytes are no picture', async () => {
    show({ 'attachments.picture': () => ({ data_url: DOT, alt: 'A certificate' }) }, file('image/png'));
    await fireEvent.error(await screen.findByAltText('A certificate'));
    expect(await screen.findByRole('alert')).toHaveTextContent('The picture cannot be read.');
  });
});
