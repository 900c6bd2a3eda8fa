import type { CommandError } from '../../backend/backend';

/** Whether the core says that no plan can be made, rather than that it could not be asked. */
export const refusesPlan = (error: CommandError | null): error is CommandError => Boolean(error?.code.startsWith('plan.'));
