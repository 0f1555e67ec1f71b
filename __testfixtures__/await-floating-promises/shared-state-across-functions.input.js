const { appendFile } = require('fs/promises');

let open = 0;

function take() {
  appendFile('/tmp/leakfix-out.log', 'take');
  open += 1;
}

exports.enter = async () => {
  if (open < 10) take();
};
