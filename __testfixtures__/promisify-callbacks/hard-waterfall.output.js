const async = require('async');
const fs = require('fs');

exports.handler = async (event) => {
  let text;
  try {
    text = await async.waterfall(
      [
        (next) => fs.readFile(event.path, next),
        (bytes, next) => fs.writeFile(event.copy, bytes, (err) => next(err, bytes.length, event.copy)),
        function (length, path, next) {
          next(null, `${path}: ${length}`);
        },
      ]
    );
  } catch (err) {
    console.warn(err);
  }
  console.log(text);
};
