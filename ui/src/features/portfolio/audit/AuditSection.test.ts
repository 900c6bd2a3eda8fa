import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { CommandError } from '../../../backend/backend';
import { fakeBackend, reply, type Handlers } from '../../../backend/fake';
import type { AuditView, LeftOutReason } from '../../../backend/generated/commands';
import { toasts } from '../../../lib/toast.svelte';
import { locale } from '../../../lib/locale.svelte';
import AuditSection from './AuditSection.svelte';
import { runs } from './running.svelte';
import { finding, offer, page, report, view } from './samples';

const withAudit = (audit: AuditView | null, more: Handlers = {}) =>
  fakeBackend({ 'projects.audit_show': () => audit, 'skills.list': () => ({ rows: [] }), 'audit.progress': () => null, ...more });
const called = (fake: ReturnType<typeof fakeBackend>, name: string) =>
  fake.calls.filter((one) => one.name === name).map((one) => one.params);

beforeEach(() => {
  runs.now = null;
  runs.error = null;
});

describe('a project that was not audited', () => {
  it('says what an audit does and does not do, and asks for the folder', async () => {
    const fake = withAudit(null, { 'projects.audit': () => null });
    render(AuditSection, { page: page('') });
    expect(await screen.findByText(/It runs nothing/)).toBeInTheDocument();
    expect(screen.getByText(/“Not found” is not “absent”/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Choose the folder' }));
    expect(called(fake, 'projects.audit')).toEqual([{ id: 'p1', choose: true }]);
    expect(await screen.findByTestId('audit-start')).toBeInTheDocument(); // no folder was chosen: all as before
    expect(screen.queryByRole('alert')).toBeNull();
  });
  it('audits a folder that is known without asking again', async () => {
    const fake = withAudit(null, { 'projects.audit': () => null });
    render(AuditSection, { page: page('/home/ana/x') });
    await userEvent.click(await screen.findByTestId('audit-run'));
    expect(called(fake, 'projects.audit')).toEqual([{ id: 'p1' }]);
  });
});

describe('while it runs', () => {
  it('shows how far it is, and stops when it is told to', async () => {
    let end: (error: CommandError) => void = () => {};
    const fake = withAudit(null, {
      'projects.audit': () => new Promise((_, no) => (end = no)),
      'audit.progress': () => ({ stage: 'files', files: 12, files_total: 48, commits: 3 }),
      'audit.cancel': () => null,
    });
    render(AuditSection, { page: page() });
    await userEvent.click(await screen.findByTestId('audit-run'));
    const bar = await screen.findByRole('progressbar');
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '25'));
    expect(bar).toHaveAttribute('aria-valuetext', '12 of 48 files · 3 commits');
    expect(screen.getByRole('status')).toHaveTextContent('Reading files and history');
    await userEvent.click(screen.getByTestId('audit-stop'));
    expect(called(fake, 'audit.cancel')).toHaveLength(1);
    expect(screen.getByRole('status')).toHaveTextContent('Stopping');
    const said = 'The audit was stopped. Nothing of it was kept.';
    end(new CommandError('audit.cancelled', {}, { en: said, fr: said }));
    expect(await screen.findByText(said)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull(); // stopping is no error
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
  it('still runs for who leaves the page and comes back', async () => {
    withAudit(null, { 'projects.audit': () => new Promise(() => {}) });
    const first = render(AuditSection, { page: page() });
    await userEvent.click(await screen.findByTestId('audit-run'));
    first.unmount();
    render(AuditSection, { page: page() });
    expect(await screen.findByRole('progressbar')).toBeInTheDocument();
  });
  it('says that it is done to who has gone elsewhere', async () => {
    let end: (value: unknown) => void = () => {};
    withAudit(null, { 'projects.audit': () => new Promise((yes) => (end = yes)) });
    const shown = render(AuditSection, { page: page() });
    await userEvent.click(await screen.findByTestId('audit-run'));
    shown.unmount();
    end(view());
    await waitFor(() => expect(toasts.shown.map((one) => one.message)).toEqual(['The audit of “Bookshelf” is done.']));
  });
  it('says why it came to nothing, and keeps the audit before', async () => {
    const said = 'There is no folder at /home/ana/x. Nothing was changed.';
    withAudit(view(), {
      'projects.audit': () => {
        throw new CommandError('audit.missing', {}, { en: said, fr: said });
      },
    });
    render(AuditSection, { page: page() });
    await userEvent.click(await screen.findByTestId('audit-run'));
    expect(await screen.findByRole('alert')).toHaveTextContent(said);
    expect(screen.getByTestId('audit-head')).toBeInTheDocument();
  });
});

describe('what the audit offers', () => {
  const offers = [offer('python', { asked: 2 }), offer('docker', { asked: 1, accepted: 3 }), offer('redis')];
  const project = () => reply({}, { changed: ['projects'] });

  it('is accepted one by one, all together, or as chosen', async () => {
    const fake = withAudit(view({ offers }), { 'projects.accept': project });
    render(AuditSection, { page: page() });
    await userEvent.click(await screen.findByRole('button', { name: 'Accept PYTHON' }));
    await userEvent.click(screen.getByTestId('accept-all'));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Choose REDIS' }));
    await userEvent.click(screen.getByTestId('accept-chosen'));
    expect(called(fake, 'projects.accept')).toEqual([
      { id: 'p1', skills: ['python'] },
      { id: 'p1', skills: ['python', 'redis'] },
      { id: 'p1', skills: ['redis'] },
    ]);
  });
  it('is withdrawn again, and so is what the audit no longer shows', async () => {
    const proof = { skill: 'kafka', level: 2, rests_on: [], on: '2026-11-01', head: null, said: null };
    const fake = withAudit(view({ offers, lost: [{ proof, name: { en: 'Kafka', fr: 'Kafka' } }] }), {
      'projects.withdraw': project,
    });
    render(AuditSection, { page: page() });
    expect(await screen.findByText('Accepted, level 3')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw DOCKER' }));
    await userEvent.click(within(screen.getByTestId('audit-lost')).getByRole('button', { name: 'Withdraw Kafka' }));
    expect(called(fake, 'projects.withdraw')).toEqual([
      { id: 'p1', skills: ['docker'] },
      { id: 'p1', skills: ['kafka'] },
    ]);
  });
  it('says that proofs of a project in progress wait', async () => {
    withAudit(view({ offers }));
    render(AuditSection, { page: page('/x', 'doing') });
    expect(await screen.findByText(/counts once the project is done/)).toBeInTheDocument();
  });
});

describe('what the audit found', () => {
  it('names secrets with file and line and with what to do, before everything else', async () => {
    const secret = finding('secret.aws', { kind: 'secret', name: 'AWS key', places: [{ file: 'deploy.sh', line: 8 }] });
    withAudit(view({ report: report({ findings: [secret] }) }));
    render(AuditSection, { page: page() });
    const box = within(await screen.findByTestId('audit-secrets'));
    expect(box.getByRole('button', { name: 'Copy deploy.sh:8' })).toBeInTheDocument();
    expect(box.getByText(/Revoke it/)).toBeInTheDocument();
    expect(box.getByText(/not enough/)).toBeInTheDocument();
  });
  it('shows hostile names as plain text', async () => {
    const name = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
    withAudit(view({ report: report({ findings: [finding('a', { name, places: [{ file: name, line: 1 }] })] }) }));
    const { container } = render(AuditSection, { page: page() });
    expect(await screen.findByText(name)).toBeInTheDocument();
    expect(container.querySelector('img, script')).toBeNull();
  });
  it('shows the first of hundreds, and the rest on demand or by search', async () => {
    const findings = Array.from({ length: 120 }, (_, i) => finding(`npm.p${i}`, { kind: 'library', name: `package ${i}` }));
    withAudit(view({ report: report({ findings }) }));
    render(AuditSection, { page: page() });
    const group = await screen.findByTestId('findings-library');
    const rows = () => group.querySelectorAll('li');
    expect(rows()).toHaveLength(6);
    await fireEvent.input(screen.getByLabelText('Search findings'), { target: { value: 'package 119' } });
    expect(rows()).toHaveLength(1);
    expect(screen.getByText('1 of 120')).toBeInTheDocument();
    await fireEvent.input(screen.getByLabelText('Search findings'), { target: { value: '' } });
    await fireEvent.click(screen.getByText('Show 114 more'));
    expect(rows()).toHaveLength(120);
  });
  it('copies a place, and tells its rule on demand', async () => {
    const user = userEvent.setup();
    withAudit(view({ report: report({ findings: [finding('pypi.fastapi', { name: 'FastAPI' })] }) }));
    render(AuditSection, { page: page() });
    await user.click(await screen.findByRole('button', { name: 'Copy pyproject.toml:14' }));
    expect(await navigator.clipboard.readText()).toBe('pyproject.toml:14');
    expect(screen.queryByText('pypi.fastapi')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Details of FastAPI' }));
    expect(screen.getByText('pypi.fastapi')).toBeInTheDocument();
  });
  it('marks a partial result, and leads to what was left out', async () => {
    const left = (reason: LeftOutReason) => ({ reason, count: 2, examples: ['a', 'b'] });
    withAudit(view({ report: report({ partial: true, left_out: [left('unreadable'), left('binary')] }) }));
    render(AuditSection, { page: page() });
    await userEvent.click(within(await screen.findByTestId('audit-partial')).getByRole('button'));
    expect(screen.getByTestId('left-unreadable')).toBeInTheDocument();
    expect(screen.getByText('May hide something')).toBeInTheDocument();
  });
  it('says of what was not found that this is not the same as absent', async () => {
    withAudit(view({ report: report({ not_found: ['tracing', 'secret'] }) }));
    render(AuditSection, { page: page() });
    const part = within(await screen.findByTestId('audit-not_found'));
    expect(part.getByText(/not the same as absent/)).toBeInTheDocument();
    expect(part.getByText('Tracing')).toBeInTheDocument();
    expect(part.queryByText('Possible secrets')).toBeNull();
  });
  it('says what is missing for level 3 as a next step', async () => {
    withAudit(view({ shown: { repository: true, own: true, tests: false, deployment: true } }));
    render(AuditSection, { page: page() });
    expect(await screen.findByText(/Add a first test file/)).toBeInTheDocument();
    expect(within(screen.getByTestId('mark-tests')).getByText('not found')).toBeInTheDocument();
  });
  it.each(['en', 'fr'] as const)('bears a folder that is empty, without Git and without addresses (%s)', async (language) => {
    locale.current = language;
    const empty = report({ git: null, history: null, files: 0, bytes: 0 });
    const shown = { repository: false, own: false, tests: false, deployment: false };
    withAudit(view({ report: empty, shown, addresses: [] }));
    render(AuditSection, { page: page() });
    expect(await screen.findByText(language === 'en' ? 'No file to read' : 'Aucun fichier à lire')).toBeInTheDocument();
  });
});

describe('own addresses', () => {
  it('are added and removed, and then it is said to audit again', async () => {
    let audits = 0;
    const fake = withAudit(null, {
      'projects.audit_show': () => view({ at: `2026-11-20T18:3${audits}:00Z` }),
      'badges.add_address': () => ({ keys: [], addresses: [] }),
      'badges.remove_address': () => ({ keys: [], addresses: [] }),
      'projects.audit': () => {
        audits++;
        return view();
      },
    });
    render(AuditSection, { page: page() });
    const part = within(await screen.findByTestId('audit-addresses'));
    await userEvent.click(part.getByTestId('add-address'));
    expect(part.getByText('Write the address that you commit with.')).toBeInTheDocument();
    await userEvent.type(part.getByRole('textbox'), 'ana@work.example');
    await userEvent.click(part.getByTestId('add-address'));
    expect(called(fake, 'badges.add_address')).toEqual([{ address: 'ana@work.example' }]);
    await userEvent.click(part.getByRole('button', { name: 'Remove ana@example.org' }));
    expect(called(fake, 'badges.remove_address')).toEqual([{ address: 'ana@example.org' }]);
    await userEvent.click(within(screen.getByTestId('audit-addresses-changed')).getByRole('button', { name: 'Audit again' }));
    expect(called(fake, 'projects.audit')).toEqual([{ id: 'p1' }]);
    await waitFor(() => expect(screen.queryByTestId('audit-addresses-changed')).toBeNull());
  });
});
