const { open } = require('fs/promises');

exports.download = async (request, response) => {
  const handle = await open('/tmp/report.csv');
  const { size } = await handle.stat();
  response.setHeader('content-length', size);
  handle.createReadStream().pipe(response);
};
