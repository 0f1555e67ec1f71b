const client = require('./client');

function send(batch, done, tries) {
  client.send(batch, (err) => {
    if (err && tries > 0) {
      setTimeout(send.bind(undefined, batch, done, tries - 1), 100);
      return;
    }
    done(batch);
  });
}

exports.handler = async (event) => {
  send(event.batch, (left) => console.log(left.length), 3);
};
