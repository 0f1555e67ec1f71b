// leaks: late-execution
const axios = require('axios');

exports.handler = async () => {
  axios.post(process.env.HTTP_URL, { name: 'x' }).then((response) => console.log(response.status));
  return 'OK';
};
