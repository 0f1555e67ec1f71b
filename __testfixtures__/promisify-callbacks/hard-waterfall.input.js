const async = require('async');
const fs = require('fs');

exports.handler = async (event) => {
  async.waterfall(
    [
      (next) => fs.readFile(event.path, next),
      (bytes, next) => fs.writeFile(event.copy, bytes, (err) => next(err, bytes.length, event.copy)),
      function (length, path, next) {
        next(null, `${path}: ${length}`);
      },
    ],
    (err, text) => {
      if (err) console.warn(err);
      console.log(text);
    },
  );
};
