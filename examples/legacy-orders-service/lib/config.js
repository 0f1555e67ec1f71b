'use strict';

const os = require('os');

exports.database = {
  host: process.env.DB_HOST,
  user: 'orders',
  database: 'orders',
  connectTimeout: 5000,
};

exports.reportFolder = os.tmpdir();
exports.partnerUrl = 'https://partner.example.com/orders';
