const assert = require('assert');
const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

it('reads a file with a name that is so long that it does not fit', async function() {
    const bytes = await readFileAsync('a-file');
    assert(bytes.length > 0);
});

it('does everything at once', function(done) {
    assert(true);
    done();
});
