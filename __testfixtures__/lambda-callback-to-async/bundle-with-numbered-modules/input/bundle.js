define(function (require, exports, module) {
  module.exports = require(59);
});

require(['maps', 'charts'], function (maps, charts) {
  maps.handler(charts);
});
