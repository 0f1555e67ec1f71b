const { appendFile } = require('fs/promises');

class Log {
  write(line) {
    this.pending = appendFile('/tmp/leakfix-out.log', line);
  }
  async flush() {
    await this.pending;
  }
}

exports.handler = async (event) => {
  const log = new Log();
  log.write(event.line);
  await log.flush();
  return 'ok';
};
