import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeBackend } from '../../../backend/fake';
import type { CheckView, ProjectPageView } from '../../../backend/generated/commands';
import { emptyProject } from '../samples';
import ChecklistSection from './ChecklistSection.svelte';
import { countsOf, isPlanned, planHref } from './lines';

const line = (id: string, state: Partial<CheckView['state']> = {}): CheckView => ({
  item: { id, name: { en: id, fr: id }, hint: { en: '', fr: '' }, skills: [], shown_by: [], says: [] },
  state: { mark: 'open', note: '', planned: false, rests_on: null, ...state },
});
const carry = {
  rule: 'file.ci',
  name: { en: 'GitHub Actions', fr: 'GitHub Actions' },
  place: { file: '.github/workflows/ci.yml', line: 3 },
};
function page(checklist: CheckView[]): ProjectPageView {
  return {
    project: {
      record: { id: 'p', ...emptyProject(), name: 'Library API' },
      practice_name: null,
      skills: [],
      checklist,
      checked: checklist.filter((one) => one.state.mark !== 'open').length,
      complete: false,
      attachments: [],
      cover: null,
      audit: null,
    },
    html: { story: '', results: '', decisions: [] },
    draft: null,
    versions: 0,
    audits: 0,
  };
}
const core = (lines: unknown[] = []) =>
  fakeBackend({
    'projects.audit_show': () => ({ lines, offers: [], lost: [] }),
    'skills.list': () => ({ rows: [], groups: [] }),
    'projects.check': () => ({}),
    'projects.accept': () => ({}),
    'projects.plan_lines': () => ({}),
  });
const user = userEvent.setup();

describe('the checklist of a project', () => {
  it('marks one line by a command of its own, so that nothing else of the project is sent', async () => {
    const fake = core();
    render(ChecklistSection, { page: page([line('tests'), line('api', { mark: 'done' })]) });
    await user.click(screen.getByRole('checkbox', { name: 'tests: done' }));
    expect(fake.calls).toContainEqual({ name: 'projects.check', params: { id: 'p', line: 'tests', mark: 'done' } });
  });

  it('puts every open line into the plan at once, or takes the planned ones out', async () => {
    const fake = core();
    const { rerender } = render(ChecklistSection, { page: page([line('tests'), line('api', { planned: true })]) });
    await user.click(screen.getByTestId('plan-open'));
    expect(fake.calls).toContainEqual({ name: 'projects.plan_lines', params: { id: 'p', lines: [], planned: true } });
    await rerender({ page: page([line('tests', { planned: true }), line('api', { mark: 'done', planned: true })]) });
    await user.click(screen.getByTestId('unplan'));
    expect(fake.calls).toContainEqual({ name: 'projects.plan_lines', params: { id: 'p', lines: ['tests'], planned: false } });
  });

  it('shows what the audit speaks for with its file and line, to be accepted one by one or together', async () => {
    const fake = core([
      { line: 'ci', name: { en: 'ci', fr: 'ci' }, rests_on: [carry] },
      { line: 'tests', name: { en: 'tests', fr: 'tests' }, rests_on: [{ ...carry, name: { en: 'pytest', fr: 'pytest' } }] },
    ]);
    render(ChecklistSection, { page: page([line('ci'), line('tests'), line('api')]) });
    expect(await screen.findByText('The audit found GitHub Actions:', { exact: false })).toBeVisible();
    await user.click(screen.getByTestId('accept-ci'));
    expect(fake.calls).toContainEqual({ name: 'projects.accept', params: { id: 'p', lines: ['ci'] } });
    await user.click(screen.getByRole('button', { name: 'Accept all 2' }));
    expect(fake.calls).toContainEqual({ name: 'projects.accept', params: { id: 'p', lines: ['ci', 'tests'] } });
  });

  it('says where a checklist comes from when the project has none', () => {
    core();
    render(ChecklistSection, { page: page([]) });
    expect(screen.getByText('No checklist yet')).toBeVisible();
  });
});

describe('a line in the plan', () => {
  it('stands there only while it is open', () => {
    expect(isPlanned(line('a', { planned: true }))).toBe(true);
    expect(isPlanned(line('a', { planned: true, mark: 'done' }))).toBe(false);
    expect(countsOf([line('a', { planned: true }), line('b'), line('c', { mark: 'not_applicable' })]).open).toHaveLength(2);
  });
  it('is found there by its key', () => {
    expect(planHref('p', 'tests')).toBe('#/plan?item=line%3Ap%3Atests');
  });
});
