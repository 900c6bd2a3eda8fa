// Development only: hands calls to the dev server, which runs the terminal program. Never in the production bundle.
import { CommandError, type Backend, type Reply } from './backend';

export const httpBackend: Backend = {
  async call(name, params) {
    const response = await fetch('/__rpc', { method: 'POST', body: JSON.stringify({ name, params }) });
    const said: unknown = await response.json();
    if (!response.ok) throw CommandError.from(said && typeof said === 'object' && 'error' in said ? said.error : said);
    return said as Reply<never>;
  },
  onChanged: () => () => {},
};
