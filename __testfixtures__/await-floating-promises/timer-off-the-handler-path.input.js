const { appendFile } = require('fs/promises');

exports.remind = (line) => {
  setTimeout(async () => {
    await appendFile('/tmp/reminders.log', line);
  }, 1000);
};
