import { Responses } from './responses';
import type { ApiEvent, ApiHandler } from './types';

class CitiesController {
  getCity: ApiHandler = async (event: ApiEvent, context: unknown) => {
    if (!event.id) return Responses.ok({ error: 'no id' });
    const city = await Promise.resolve({ id: event.id });
    return Responses.ok(city);
  };
}

const controller = new CitiesController();

export const handler = controller.getCity;
