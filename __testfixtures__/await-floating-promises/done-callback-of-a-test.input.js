const { appendFile } = require('fs/promises');

describe('the log', () => {
  it('appends', (done) => {
    appendFile('/tmp/out.log', 'a');
    done();
  });
});
