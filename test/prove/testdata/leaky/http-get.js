// leaks: late-execution pending-request
const http = require('http');

exports.handler = async () => {
  http.get(process.env.HTTP_URL, (response) => {
    response.on('data', () => {});
    response.on('end', () => console.log('done'));
  });
  return 'ok';
};
