import type { MovedDataView } from '../../../backend/generated/commands';

/** Where the data was moved since the program started: it has to start again, on whichever page the person is meanwhile. */
export const moved = $state<{ view: MovedDataView | null }>({ view: null });
