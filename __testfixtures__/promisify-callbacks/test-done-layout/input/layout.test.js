const assert = require('assert');
const fs = require('fs');

it('reads a file with a name that is so long that it does not fit', function(
    done
) {
    fs.readFile('a-file', function(err, bytes) {
        if (err) {
            throw err;
        }

        assert(bytes.length > 0);

        done();
    });
});

it('does everything at once', function(done) {
    assert(true);
    done();
});
