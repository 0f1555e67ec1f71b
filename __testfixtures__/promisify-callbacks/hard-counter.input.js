const fs = require('fs');

function copyAll(names, done) {
  let open = names.length;
  for (const name of names) {
    fs.copyFile(name, `${name}.bak`, (err) => {
      if (err) return done(err);
      open -= 1;
      if (open === 0) done(null, names.length);
    });
  }
}

exports.handler = async (event) => {
  copyAll(event.names, (err, count) => {
    if (err) throw err;
    console.log(count);
  });
};
