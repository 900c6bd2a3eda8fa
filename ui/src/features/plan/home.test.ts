import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandError } from '../../backend/backend';
import { fakeBackend } from '../../backend/fake';
import { inspector } from '../../lib/inspector.svelte';
import { forgetAll } from '../../lib/query.svelte';
import { startRouter } from '../../lib/router.svelte';
import { chainTells, fullThroughout } from './critical';
import source from './palette';
import PlanPage from './PlanPage.svelte';
import { reachOf } from './rowWindow.svelte';
import ItemEffort from './timeline/ItemEffort.svelte';
import { keyDoes } from './timeline/keys';
import { sampleItem, samplePlan } from './timeline/sample';

vi.setConfig({ testTimeout: 20_000 });
const text = (en: string) => ({ en, fr: en });
const noTime = () => {
  throw new CommandError('plan.no_capacity', {}, text('There is no time for what is left.'));
};
let stop = () => {};
beforeEach(() => {
  forgetAll();
  location.hash = '#/plan';
  stop = startRouter('plan');
});
afterEach(() => {
  stop();
  inspector.close();
});
const show = () => render(PlanPage, { target: document.body.appendChild(document.createElement('main')) });

describe('a plan that the core refuses to make', () => {
  it('says why in its own words, and comes back when it is asked again', async () => {
    let refused = true;
    fakeBackend({
      'plan.show': () => (refused ? noTime() : samplePlan([])),
      'plan.calendar': () => ({ settings: samplePlan([]).settings, absences: [], countries: [] }),
    });
    show();
    expect(await screen.findByTestId('plan-refused')).toHaveTextContent('There is no time for what is left.');
    expect(screen.queryByTestId('plan-add')).toBeNull();
    refused = false;
    await userEvent.click(screen.getByTestId('refused-retry'));
    await waitFor(() => expect(screen.queryByTestId('plan-refused')).toBeNull());
  });
  it('is not meant where the core could not be asked', async () => {
    fakeBackend({
      'plan.show': () => {
        throw new CommandError('store.busy', {}, text('The data are in use.'));
      },
    });
    show();
    expect(await screen.findByText('The data are in use.')).toBeInTheDocument();
    expect(screen.queryByTestId('plan-refused')).toBeNull();
  });
});

describe('the addresses of the plan', () => {
  it.each(['what-if', 'forecast'])('#/plan/%s opens its page within the session, and no item beside it', async (sub) => {
    fakeBackend({ 'plan.show': () => samplePlan([sampleItem('a')]) });
    show();
    await screen.findByTestId('plan-add');
    location.hash = `#/plan/${sub}`;
    await screen.findByRole('heading', { level: 1, name: sub === 'forecast' ? 'Forecast' : 'What if' }, { timeout: 15_000 });
    expect(inspector.key).toBeNull();
  });
  it('of an item open it', async () => {
    fakeBackend({ 'plan.show': () => samplePlan([sampleItem('a')]) });
    show();
    await screen.findByTestId('plan-add');
    location.hash = '#/plan?item=a';
    await waitFor(() => expect(inspector.key).toBe('a'));
  });
});

it('the palette names each act of the plan once', () => {
  const titles = (source.commands?.() ?? []).map((one) => one.title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toContain('Plan: forecast');
});

it('the critical chain is marked only where it is the smaller part', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((key) => sampleItem(key));
  expect(chainTells({ items, critical: ['a', 'b'] })).toBe(true);
  expect(chainTells({ items, critical: ['a', 'b', 'c'] })).toBe(false);
  expect(fullThroughout({ items, critical: ['a', 'b', 'c'] })).toBe(true);
  expect(fullThroughout({ items: [], critical: [] })).toBe(false);
});

describe('where the time of an item comes from', () => {
  const said = (more: Parameters<typeof sampleItem>[1]) => {
    fakeBackend({});
    render(ItemEffort, { item: sampleItem('skill:sql:2', more) });
  };
  it('names the kind of work and how many finished items its pace rests on', () => {
    said({ pace: 1.25, pace_class: 'm', pace_items: 5 });
    expect(screen.getByText('Our estimate × 1.25: your pace in medium skill steps, from 5 finished items.')).toBeInTheDocument();
  });
  it('says so where nothing is finished yet', () => {
    said({ pace: 1, pace_class: 'l', pace_items: 0 });
    expect(screen.getByText('Our estimate; nothing of yours to correct it by yet.')).toBeInTheDocument();
  });
  it('says so where the estimate fits', () => {
    said({ pace: 1, pace_class: 's', pace_items: 1 });
    expect(screen.getByText('Our estimate. It fits your pace in small skill steps, from 1 finished item.')).toBeInTheDocument();
  });
});

describe('a long list', () => {
  it('draws the rows near the eye, whatever their number', () => {
    const far = reachOf({ top: 990, bottom: 1000 }, { from: 0, to: 60 }, 1000);
    expect(far.to).toBe(1000);
    expect(far.to - far.from).toBeLessThan(80);
  });
  it('leaves what is drawn as it is while that reaches far enough', () => {
    const now = { from: 0, to: 60 };
    expect(reachOf({ top: 10, bottom: 30 }, now, 1000)).toBe(now);
    expect(reachOf({ top: 40, bottom: 58 }, now, 1000)).not.toBe(now);
  });
});

describe('a key on a row of the timeline', () => {
  const row = document.createElement('div');
  row.dataset.row = 'a';
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    keyDoes(
      { key, target: row, defaultPrevented: false, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more },
      4,
      10,
      6,
    );
  it('goes to another row and stops at the ends', () => {
    expect(press('ArrowDown')).toEqual({ kind: 'row', at: 5 });
    expect(press('PageDown')).toEqual({ kind: 'row', at: 9 });
    expect(press('Home')).toEqual({ kind: 'row', at: 0 });
  });
  it('is left to others with another key held, or in the menu of the row', () => {
    expect(press('ArrowDown', { altKey: true })).toBeNull();
    expect(press('Enter', { target: document.createElement('button') })).toBeNull();
  });
});
