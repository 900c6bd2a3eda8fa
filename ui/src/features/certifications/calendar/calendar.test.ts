import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend, reply } from '../../../backend/fake';
import type { CertificationsView, CertificationView, FoundEvent } from '../../../backend/generated/commands';
import { calendarFile } from '../../../lib/calendarFile.svelte';
import { locale } from '../../../lib/locale.svelte';
import { toasts } from '../../../lib/toast.svelte';
import CalendarHost from '../../../frame/CalendarHost.svelte';
import { choicesOf, examsOf, linesOf, words, wrongOf } from './import';

const event = (more: Partial<FoundEvent> = {}): FoundEvent => ({
  summary: 'Exam',
  on: '2027-01-15',
  at: '10:30',
  zone: 'Europe/Paris',
  unknown_zone: null,
  place: '',
  url: '',
  cancelled: false,
  repeats: false,
  past: false,
  record: null,
  certification: null,
  ...more,
});
const mine = (id: string, name: string, more: object = {}) =>
  ({
    record: { id, certification: null, stage: 'wished', exam_on: null, exam_at: null, ...more },
    name,
    stage: 'wished',
    ...more,
  }) as unknown as CertificationView;
const list = {
  mine: [mine('r1', 'AWS Developer', { certification: 'dva' }), mine('r2', 'GitHub Foundations')],
  catalogue: [
    { known: { id: 'dva', code: 'DVA', name: 'AWS Developer', provider: 'AWS' }, mine: 'r1' },
    { known: { id: 'ckad', code: 'CKAD', name: 'Kubernetes Developer', provider: 'CNCF' }, mine: null },
  ],
} as unknown as CertificationsView;
const dva = event({ summary: 'AWS exam', record: 'r1', certification: 'dva' });
const ckad = event({ summary: 'CKAD exam', certification: 'ckad' });

vi.setConfig({ testTimeout: 20_000 });
// The frame reads it when it is first asked for.
beforeAll(() => import('./CalendarDialogs.svelte'), 60_000);
beforeEach(() => {
  calendarFile.asks = null;
  toasts.clear();
});

describe('the events of a foreign calendar', () => {
  it('are ticked where they name a certification and lie ahead', () => {
    const events = [
      dva,
      ckad,
      event({ summary: 'Dentist' }),
      event({ certification: 'x', past: true }),
      event({ certification: 'y', cancelled: true }),
      event({ certification: 'z', repeats: true }),
    ];
    expect(linesOf(events, list.mine).map((line) => line.take)).toEqual([true, true, false, false, false, false]);
  });
  it('are ticked once for each certification, and not where it is booked for that very time', () => {
    expect(linesOf([dva, dva], list.mine).map((line) => line.take)).toEqual([true, false]);
    const booked = [mine('r1', 'AWS', { stage: 'booked', exam_on: '2027-01-15', exam_at: '10:30' })];
    const [line] = linesOf([dva], booked);
    expect(line?.take).toBe(false);
    expect(line && words(line, booked)).toEqual(['booked for this already']);
  });
  it('say why they are not ticked, and that a booked exam would move', () => {
    const [line] = linesOf([event({ past: true, cancelled: true })], []);
    expect(line && words(line, [])).toEqual(['over', 'called off', 'names no certification of yours or the catalogue']);
    const booked = [mine('r1', 'AWS', { stage: 'booked', exam_on: '2027-03-01', exam_at: '10:30' })];
    const [moved] = linesOf([dva], booked);
    expect(moved && words(moved, booked)).toEqual(['booked for 1 Mar 2027: moves it']);
  });
  it('are sent with the zone of the file, with the one chosen where it has none, and with none where they have no time', () => {
    const events = [dva, event({ zone: null, certification: 'ckad' }), event({ at: null, zone: null, certification: 'z' })];
    const lines = linesOf(events, list.mine, 'America/Montreal');
    expect(examsOf(lines).map(({ exam_at, exam_zone }) => [exam_at, exam_zone])).toEqual([
      ['10:30', 'Europe/Paris'],
      ['10:30', 'America/Montreal'],
      [null, null],
    ]);
  });
  it('are sent to the record, the catalogue’s certification or a new one with its name', () => {
    const lines = linesOf([dva, ckad, event({ summary: 'Oracle exam ' })], list.mine).map((line) => ({ ...line, take: true }));
    expect(examsOf(lines).map(({ id, certification, name }) => [id, certification, name])).toEqual([
      ['r1', null, ''],
      [null, 'ckad', ''],
      [null, null, 'Oracle exam'],
    ]);
  });
  it('are refused without a name for a new one, and twice for the same', () => {
    const lines = linesOf([dva, dva, event({ summary: '' })], list.mine).map((line) => ({ ...line, take: true }));
    expect(wrongOf(lines)).toEqual({
      1: { choice: 'Another ticked line has the same certification.' },
      2: { name: 'A new certification needs a name.' },
    });
  });
  it('can be the exam of what is not passed yet, of a new one, or of the catalogue where that is not taken', () => {
    const passed = { ...list, mine: [...list.mine, mine('r3', 'Old', { stage: 'held' })] };
    expect(choicesOf(passed).map((one) => one.value)).toEqual(['mine:r1', 'mine:r2', 'own', 'known:ckad']);
  });
});

describe('handing out the calendar file', () => {
  const show = async () => {
    render(CalendarHost);
    calendarFile.asks = 'export';
    await screen.findByTestId('calendar-export');
  };
  it('asks for what is ticked, in the language of the program, and tells where it lies', async () => {
    locale.current = 'fr';
    const backend = fakeBackend({ 'calendar.export': () => ({ path: '/home/me/groundwork.ics', text: null, events: 12 }) });
    await show();
    await userEvent.click(screen.getByLabelText('Échéances'));
    await userEvent.click(screen.getByTestId('calendar-save'));
    await waitFor(() => expect(calendarFile.asks).toBeNull());
    expect(backend.calls).toEqual([
      {
        name: 'calendar.export',
        params: { exams: true, expiries: true, due: false, sessions: true, weeks: 4, lang: 'fr' },
      },
    ]);
    expect(toasts.shown.map((one) => one.message)).toEqual(['12 événements enregistrés dans /home/me/groundwork.ics']);
  });
  it('stays as it is when no file was chosen', async () => {
    fakeBackend({ 'calendar.export': () => null });
    await show();
    await userEvent.click(screen.getByTestId('calendar-save'));
    await new Promise((go) => setTimeout(go, 20));
    expect(screen.getByTestId('calendar-export')).toBeInTheDocument();
    expect(toasts.shown).toEqual([]);
  });
  it('does not send weeks out of range, and asks for no weeks where there are no sessions', async () => {
    const backend = fakeBackend({ 'calendar.export': () => null });
    await show();
    const weeks = screen.getByLabelText('Weeks of sessions');
    await userEvent.clear(weeks);
    await userEvent.type(weeks, '40');
    await userEvent.click(screen.getByTestId('calendar-save'));
    await new Promise((go) => setTimeout(go, 20));
    expect(backend.calls).toEqual([]);
    expect(weeks).toHaveAttribute('aria-invalid', 'true');
    await userEvent.click(screen.getByLabelText('Sessions of the plan'));
    expect(screen.queryByLabelText('Weeks of sessions')).toBeNull();
    await userEvent.click(screen.getByTestId('calendar-save'));
    await waitFor(() => expect(backend.calls[0]?.params).not.toHaveProperty('weeks'));
  });
  it('says the core’s sentence where the file could not be written', async () => {
    fakeBackend({
      'calendar.export': () => {
        throw new CommandError('file.not_written', {}, { en: 'The disk is full.', fr: '' });
      },
    });
    await show();
    await userEvent.click(screen.getByTestId('calendar-save'));
    expect(await screen.findByText('The disk is full.')).toBeInTheDocument();
  });
});

describe('taking exam dates in', () => {
  const show = async (handlers: object) => {
    const backend = fakeBackend({ 'certifications.list': () => list, ...handlers });
    render(CalendarHost);
    calendarFile.asks = 'import';
    await screen.findByTestId('calendar-import');
    await userEvent.click(screen.getByTestId('calendar-choose'));
    return backend;
  };
  it('shows what the file holds, and books what is ticked in one step', async () => {
    const found = {
      file: 'exams.ics',
      events: [dva, event({ summary: 'GitHub', on: '2027-02-01', zone: null, unknown_zone: 'Nowhere/Land', record: 'r2' })],
      skipped: [[32, 'event without DTSTART']],
    };
    const history = { seq: 9, name: 'calendar.take', sentence: { en: 'Took 2 exam dates from a calendar', fr: '' } };
    const backend = await show({
      'calendar.read': () => found,
      'calendar.take': () => reply([], { changed: ['certifications'], history }),
    });
    expect(await screen.findByText('2 events in exams.ics')).toBeInTheDocument();
    expect(screen.getByTestId('skipped')).toHaveTextContent('1 event could not be read and was left out');
    expect(screen.getByTestId('skipped')).toHaveTextContent('line 32 event without DTSTART');
    const second = screen.getByTestId('event-1');
    expect(second).toHaveTextContent('The file’s zone “Nowhere/Land” is not known.');
    expect(within(second).getByLabelText('Time zone of “GitHub”')).toHaveValue(Intl.DateTimeFormat().resolvedOptions().timeZone);
    await userEvent.click(screen.getByTestId('calendar-take'));
    await waitFor(() => expect(calendarFile.asks).toBeNull());
    const sent = backend.calls.filter((call) => call.name === 'calendar.take');
    expect(sent).toHaveLength(1);
    expect((sent[0]?.params as { exams: { id: string }[] }).exams.map((exam) => exam.id)).toEqual(['r1', 'r2']);
    expect(toasts.shown.map((one) => [one.message, one.action?.label])).toEqual([['Took 2 exam dates from a calendar', 'Undo']]);
  });
  it('of an event that names nothing asks for a name, and can be another certification', async () => {
    const backend = await show({
      'calendar.read': () => ({ file: 'a.ics', events: [event({ summary: 'Appointment' })], skipped: [] }),
      'calendar.take': () => [],
    });
    const line = await screen.findByTestId('event-0');
    expect(screen.getByTestId('calendar-take')).toBeDisabled();
    await userEvent.click(within(line).getByLabelText('Take: Appointment'));
    const name = within(line).getByLabelText('Name of the new certification');
    expect(name).toHaveValue('Appointment');
    await userEvent.clear(name);
    await userEvent.click(screen.getByTestId('calendar-take'));
    expect(await within(line).findByText('A new certification needs a name.')).toBeInTheDocument();
    expect(backend.calls.some((call) => call.name === 'calendar.take')).toBe(false);
    await userEvent.type(name, 'Oracle Java');
    await userEvent.click(screen.getByTestId('calendar-take'));
    await waitFor(() => expect(backend.calls.at(-1)?.name).toBe('calendar.take'));
    expect((backend.calls.at(-1)?.params as { exams: { name: string }[] }).exams[0]?.name).toBe('Oracle Java');
  });
  it('says the core’s sentence where it refuses, and everything stands as it was', async () => {
    await show({
      'calendar.read': () => ({ file: 'a.ics', events: [dva], skipped: [] }),
      'calendar.take': () => {
        throw new CommandError('certification.exam_time', {}, { en: 'That time does not exist.', fr: '' });
      },
    });
    await userEvent.click(await screen.findByTestId('calendar-take'));
    expect(await screen.findByText('That time does not exist.')).toBeInTheDocument();
    expect(screen.getByLabelText('Take: AWS exam')).toBeChecked();
  });
  it('says so where the file is no calendar, is empty, or holds nothing that can be read; another can be chosen', async () => {
    const answers: (() => unknown)[] = [
      () => {
        throw new CommandError('calendar.broken', {}, { en: 'This is not a calendar file.', fr: '' });
      },
      () => ({ file: 'empty.ics', events: [], skipped: [] }),
      () => null,
      () => ({ file: 'odd.ics', events: [], skipped: [[3, 'no date']] }),
    ];
    await show({ 'calendar.read': () => answers.shift()?.() });
    expect(await screen.findByText('This is not a calendar file.')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('calendar-choose'));
    expect(await screen.findByText('This file holds no event')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('calendar-choose'));
    expect(screen.getByText('This file holds no event')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('calendar-choose'));
    expect(await screen.findByText('None of its events could be read')).toBeInTheDocument();
    expect(screen.getByText('no date')).toBeInTheDocument();
  });
  it('of an exam that is over cannot be ticked', async () => {
    await show({ 'calendar.read': () => ({ file: 'a.ics', events: [{ ...dva, past: true }], skipped: [] }) });
    expect(await screen.findByLabelText('Take: AWS exam')).toBeDisabled();
  });
});
