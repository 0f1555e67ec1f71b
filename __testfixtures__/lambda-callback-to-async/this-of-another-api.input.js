const { exec } = require('child_process');

exports.handler = (event, context, callback) => {
  exec('uptime', function (err, stdout) {
    if (err) return callback(err);
    this.text = stdout;
    callback(null, this.text);
  });
};
