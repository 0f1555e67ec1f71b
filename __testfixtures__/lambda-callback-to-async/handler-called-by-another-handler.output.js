const { promisify } = require('util');

const api = {
  get(event, context, callback) {
    callback(null, event.id);
  },
};

class Controller {
  constructor() {
    this.name = 'orders';
  }

  list(event, context, callback) {
    callback(null, this.name);
  }
}

const controller = new Controller();
const controllerListAsync = promisify(controller.list).bind(controller);

exports.get = api.get;
exports.list = controller.list.bind(controller);
exports.proxy = async (event, context) => {
  if (event.id) {
    return promisify(api.get)(event, context);
  } else {
    return controllerListAsync(event, context);
  }
};
