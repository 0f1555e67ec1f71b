const { appendFile } = require('fs/promises');

class Listener {
  ended() {
    appendFile('/tmp/out.log', 'end');
  }
}

exports.listen = (bus) => {
  bus.add(new Listener());
};
