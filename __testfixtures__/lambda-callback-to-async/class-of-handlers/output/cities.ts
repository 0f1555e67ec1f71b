import { Responses } from './responses';
import type { ApiEvent, ApiHandler } from './types';
import { promisify } from 'node:util';

class CitiesController {
  getCity: ApiHandler = async (event: ApiEvent, context: unknown) => {
    if (!event.id) {
      return promisify(Responses.ok)({ error: 'no id' });
    }
    const city = await Promise.resolve({ id: event.id });
    return promisify(Responses.ok)(city);
  };
}

const controller = new CitiesController();

export const handler = controller.getCity;
