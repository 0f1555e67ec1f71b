'use strict';

const axios = require('axios');
const config = require('../lib/config');

module.exports.handler = async (event) => {
  axios.post(config.partnerUrl, event.detail).then((response) => {
    console.log('the partner answered', response.status);
  });

  return 'accepted';
};
