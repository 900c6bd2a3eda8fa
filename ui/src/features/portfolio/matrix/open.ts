// Opens what a cell, a row or a column of the matrix rests on beside it.
import type { MatrixColumn } from '../../../backend/generated/commands';
import { inspector } from '../../../lib/inspector.svelte';
import { m } from '../../../paraglide/messages';
import { keyOf } from './matrix';
import CellInspector from './CellInspector.svelte';
import ColumnInspector from './ColumnInspector.svelte';
import RowInspector from './RowInspector.svelte';

export const isOpen = (): boolean => inspector.key?.startsWith('matrix:') ?? false;

export function openCell(skill: string, column: MatrixColumn): void {
  inspector.open(
    CellInspector,
    { skill, id: column.id, source: column.source },
    { key: keyOf(skill, column), label: m.evidence_inspector() },
  );
}
export const openRow = (skill: string): void =>
  inspector.open(RowInspector, { skill }, { key: keyOf(skill, null), label: m.evidence_inspector() });
export const openColumn = (column: MatrixColumn): void =>
  inspector.open(
    ColumnInspector,
    { id: column.id, source: column.source },
    { key: keyOf(null, column), label: m.evidence_inspector() },
  );
