import { Responses } from './responses';
import type { ApiCallback, ApiEvent, ApiHandler } from './types';

class CitiesController {
  getCity: ApiHandler = (event: ApiEvent, context: unknown, callback: ApiCallback): void => {
    if (!event.id) return Responses.ok({ error: 'no id' }, callback);
    Promise.resolve({ id: event.id })
      .then((city) => Responses.ok(city, callback))
      .catch((error: Error) => callback(error));
  };
}

const controller = new CitiesController();

export const handler = controller.getCity;
