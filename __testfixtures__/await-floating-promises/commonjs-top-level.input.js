const { setTimeout: sleep } = require('timers/promises');

sleep(10);

module.exports = sleep;
