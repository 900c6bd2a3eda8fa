import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../backend/backend';
import { fakeBackend, reply } from '../../backend/fake';
import type { ReminderSettings, RemindersView, ReminderView } from '../../backend/generated/commands';
import { calendarFile } from '../../lib/calendarFile.svelte';
import { toasts } from '../../lib/toast.svelte';
import { timeOfDay, withKind } from './reminders';
import RemindersSection from './RemindersSection.svelte';

const text = (en: string) => ({ en, fr: en });
const SETTINGS: ReminderSettings = {
  kinds: ['exam', 'expiry', 'renewal', 'session'],
  at: '09:00',
  session_at: '18:00',
  quiet: ['21:00', '08:00'],
};
const ahead = (days: number, due: string): ReminderView => ({
  reminder: { key: `exam:r1:2027-01-15:${days}`, kind: 'exam', subject: 'r1', on: '2027-01-15', days, due },
  title: text('AWS Developer: exam in 41 days'),
  text: text('15 January 2027, 10:30 (Europe/Paris)'),
  missed: false,
  said_at: null,
});
const view = (more: Partial<RemindersView> = {}): RemindersView => ({ settings: SETTINGS, ahead: [], said: [], ...more });

/** A core that keeps what it is sent, and refuses as the real one does. */
function core() {
  const kept = { settings: SETTINGS };
  const history = { seq: 1, name: 'reminders.set', sentence: text('Changed the reminders') };
  const backend = fakeBackend({
    'certifications.list': () => ({ mine: [{ record: { id: 'r1' }, name: 'AWS Developer' }] }),
    'reminders.set': (settings: ReminderSettings) => {
      const times = [settings.at, settings.session_at, ...(settings.quiet ?? [])];
      const odd = times.find((time) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(time));
      if (odd) throw new CommandError('input.time', { value: odd }, text(`“${odd}” is not a time of day.`));
      if (settings.quiet && settings.quiet[0] === settings.quiet[1])
        throw new CommandError('reminder.quiet_empty', {}, text('Quiet hours begin and end at the same time.'));
      kept.settings = settings;
      return reply(view({ settings }), { changed: ['reminders'], history });
    },
  });
  const sent = () => backend.calls.filter((call) => call.name === 'reminders.set').map((call) => call.params);
  return { kept, sent, backend };
}
const write = async (testid: string, time: string) => {
  const field = screen.getByTestId(testid);
  await userEvent.clear(field);
  await userEvent.type(field, time);
  await userEvent.tab();
  return field;
};

describe('which reminders are wanted', () => {
  it('is kept at once, and can be undone', async () => {
    const { kept } = core();
    render(RemindersSection, { value: view() });
    await userEvent.click(screen.getByRole('switch', { name: 'Renewals' }));
    await waitFor(() => expect(kept.settings.kinds).toEqual(['exam', 'expiry', 'session']));
    expect(toasts.shown[0]).toMatchObject({ message: 'Changed the reminders', action: { label: 'Undo' } });
  });
  it('of two quick changes the second does not take the first back', async () => {
    const { kept } = core();
    render(RemindersSection, { value: view() });
    screen.getByRole('switch', { name: 'Renewals' }).click();
    screen.getByRole('switch', { name: 'Booked exams' }).click();
    await waitFor(() => expect(kept.settings.kinds).toEqual(['expiry', 'session']));
  });
  it('stands as it was where it could not be kept', async () => {
    fakeBackend({
      'certifications.list': () => ({ mine: [] }),
      'reminders.set': () => {
        throw new CommandError('store.busy', {}, text('The data are in use.'));
      },
    });
    render(RemindersSection, { value: view() });
    await userEvent.click(screen.getByRole('switch', { name: 'Renewals' }));
    await waitFor(() => expect(toasts.shown[0]?.message).toBe('The data are in use.'));
    expect(screen.getByRole('switch', { name: 'Renewals' })).toBeChecked();
  });
  it('keeps the usual order of kinds', () => {
    expect(withKind(['session'], 'exam', true)).toEqual(['exam', 'session']);
    expect(withKind(['exam', 'session'], 'exam', false)).toEqual(['session']);
  });
});

describe('when they are said', () => {
  it.each([
    ['9', '09:00'],
    ['9h', '09:00'],
    ['9h30', '09:30'],
    ['0930', '09:30'],
    ['21.15', '21:15'],
    ['18 : 05', '18:05'],
    ['noon', 'noon'],
    ['', ''],
    ['25:00', '25:00'],
  ])('%s is understood as %s', (written, time) => expect(timeOfDay(written)).toBe(time));

  it('what is no time of day is refused beside its field, and nothing is lost', async () => {
    const { kept } = core();
    render(RemindersSection, { value: view() });
    const field = await write('reminders-at', '25:00');
    expect(await screen.findByText('“25:00” is not a time of day.')).toBeInTheDocument();
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveValue('25:00');
    expect(kept.settings.at).toBe('09:00');
    await write('reminders-at', '7h30');
    await waitFor(() => expect(kept.settings.at).toBe('07:30'));
    expect(screen.queryByText('“25:00” is not a time of day.')).toBeNull();
  });
  it('quiet hours go off and come back as they were', async () => {
    const { kept } = core();
    render(RemindersSection, { value: view({ settings: { ...SETTINGS, quiet: ['22:00', '07:00'] } }) });
    expect(screen.getByText('of the next day')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('switch', { name: 'Quiet hours' }));
    await waitFor(() => expect(kept.settings.quiet).toBeNull());
    await waitFor(() => expect(screen.queryByTestId('reminders-quiet-from')).toBeNull());
    await userEvent.click(screen.getByRole('switch', { name: 'Quiet hours' }));
    await waitFor(() => expect(kept.settings.quiet).toEqual(['22:00', '07:00']));
  });
  it('an end that meets the other is refused, and comes with the other’s change', async () => {
    const { kept } = core();
    render(RemindersSection, { value: view() });
    await write('reminders-quiet-from', '8');
    expect(await screen.findByText('Quiet hours begin and end at the same time.')).toBeInTheDocument();
    expect(kept.settings.quiet).toEqual(['21:00', '08:00']);
    await write('reminders-quiet-to', '12');
    await waitFor(() => expect(kept.settings.quiet).toEqual(['08:00', '12:00']));
    await waitFor(() => expect(screen.queryByText('Quiet hours begin and end at the same time.')).toBeNull());
  });
});

describe('the next reminders', () => {
  it('tell what each is about, how far ahead, and when it is said where the person is', async () => {
    core();
    render(RemindersSection, { value: view({ ahead: [ahead(30, '2026-12-16T08:00:00Z'), ahead(1, '2027-01-14T08:00:00Z')] }) });
    expect(await screen.findAllByRole('link', { name: 'AWS Developer' })).toHaveLength(2);
    expect(screen.getByText('Exam, 30 days before · 15 January 2027, 10:30 (Europe/Paris)')).toBeInTheDocument();
    expect(screen.getByText('Exam, the day before · 15 January 2027, 10:30 (Europe/Paris)')).toBeInTheDocument();
    const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
    expect(screen.getByText(local.format(new Date('2026-12-16T08:00:00Z')))).toBeInTheDocument();
  });
  it('are a few at first, and all on request', async () => {
    core();
    const many = Array.from({ length: 9 }, (_, i) => ahead(i + 2, `2027-01-0${i + 1}T08:00:00Z`));
    render(RemindersSection, { value: view({ ahead: many }) });
    expect(screen.getAllByRole('listitem')).toHaveLength(6);
    await userEvent.click(screen.getByRole('button', { name: 'Show all 9' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(9);
  });
  it('say why there are none', () => {
    core();
    const { unmount } = render(RemindersSection, { value: view() });
    expect(screen.getByTestId('ahead-none')).toHaveTextContent('Nothing ahead.');
    unmount();
    render(RemindersSection, { value: view({ settings: { ...SETTINGS, kinds: [] } }) });
    expect(screen.getByTestId('ahead-none')).toHaveTextContent('All kinds are switched off');
  });
  it('come only while the program runs, and a calendar file is offered for the phone', async () => {
    core();
    render(RemindersSection, { value: view() });
    expect(screen.getByText(/only while Groundwork is running/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Calendar file…' }));
    expect(calendarFile.asks).toBe('export');
    calendarFile.asks = null;
  });
});
