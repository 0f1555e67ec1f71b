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

exports.get = api.get;
exports.list = controller.list.bind(controller);
exports.proxy = (event, context, callback) => {
  if (event.id) api.get(event, context, callback);
  else controller.list(event, context, callback);
};
