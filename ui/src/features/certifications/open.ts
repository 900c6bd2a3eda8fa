// Inspectors and the form are opened from the page, from each other and from an address.
import { inspector } from '../../lib/inspector.svelte';
import { m } from '../../paraglide/messages';
import CatalogueInspector from './catalogue/CatalogueInspector.svelte';
import MineInspector from './MineInspector.svelte';

export const mineKey = (id: string): string => `certification:${id}`;
export const knownKey = (id: string): string => `catalogue:${id}`;

export function openMine(id: string): void {
  inspector.open(MineInspector, { id }, { key: mineKey(id), label: m.certifications_inspector() });
}

export function openKnown(id: string): void {
  inspector.open(CatalogueInspector, { id }, { key: knownKey(id), label: m.certifications_inspector() });
}
