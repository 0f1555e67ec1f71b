const { route } = require('./router');

route(require('./orders'));
