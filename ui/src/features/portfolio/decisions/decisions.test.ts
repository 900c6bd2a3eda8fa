import { configure, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fakeBackend } from '../../../backend/fake';
import type { Decision, ProjectPageView, ProjectParams } from '../../../backend/generated/commands';
import { locale } from '../../../lib/locale.svelte';
import { adrText, emptyDecision, placed } from './adr';
import DecisionsSection from './DecisionsSection.svelte';

configure({ asyncUtilTimeout: 5000 });
const decision = (title: string, more: Partial<Decision> = {}): Decision => ({ ...emptyDecision(), title, ...more });
const page = (...decisions: Decision[]) => {
  const record = { id: 'p', name: 'P', story: 'long', folder: '/x', proofs: [], decisions };
  const html = decisions.map((one) => ({
    context: `<p>${one.context}</p>`,
    options: '',
    choice: `<p><strong>${one.choice}</strong></p>`,
    consequences: '',
  }));
  return {
    project: { record, attachments: [] },
    html: { story: '', results: '', decisions: html },
  } as unknown as ProjectPageView;
};

describe('decisions of a project', () => {
  it('are readable records with their status', () => {
    fakeBackend({});
    render(DecisionsSection, {
      page: page(decision('Keyset pages', { context: 'Slow lists', choice: 'Keyset', status: 'superseded' })),
    });
    expect(screen.getByRole('heading', { name: 'Keyset pages' })).toBeInTheDocument();
    expect(screen.getByText('superseded')).toBeInTheDocument();
    expect(screen.getByText('Keyset').localName).toBe('strong');
  });
  it('are put in order by the arrow keys, without touching the case study', async () => {
    const calls: ProjectParams[] = [];
    fakeBackend({
      'projects.save': (params: ProjectParams) => {
        calls.push(params);
        return { record: params };
      },
    });
    render(DecisionsSection, { page: page(decision('a'), decision('b')) });
    await fireEvent.keyDown(screen.getByRole('button', { name: /Move “b”, 2 of 2/ }), { key: 'ArrowUp' });
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.decisions?.map((one) => one.title)).toEqual(['b', 'a']);
    expect(calls[0]).not.toHaveProperty('story');
    expect(calls[0]).not.toHaveProperty('folder');
  });
  it('are handed out as the text of a file', () => {
    const one = decision('Keyset pages', { on: '2026-07-23', context: 'Slow lists.\n', choice: '**Keyset**' });
    expect(adrText(one, 2)).toBe(
      '# 2. Keyset pages\n\n- Status: accepted\n- Date: 2026-07-23\n\n## Context\n\nSlow lists.\n\n## Choice\n\n**Keyset**\n',
    );
    locale.current = 'fr';
    expect(adrText(one, 2)).toContain('- Statut\u00a0: acceptée');
  });
  it('move to any place', () => {
    expect(placed([1, 2, 3], 0, 2)).toEqual([2, 3, 1]);
    expect(placed([1, 2, 3], 2, 0)).toEqual([3, 1, 2]);
    expect(placed([1, 2, 3], 1, 9)).toEqual([1, 3, 2]);
  });
});
