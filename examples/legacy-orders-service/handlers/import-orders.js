'use strict';

const https = require('https');
const partner = require('partner-orders-client');

const config = require('../lib/config');

module.exports.handler = (event, context, callback) => {
  https.get(config.partnerUrl, (response) => {
    let body = '';
    response.on('data', (chunk) => {
      body += chunk;
    });
    response.on('end', () => {
      partner.importOrders(JSON.parse(body), callback);
    });
  });
};
