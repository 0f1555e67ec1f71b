const axios = require('axios');

const api = axios.create({ baseURL: process.env.HTTP_URL, timeout: 5000 });

exports.handler = async () => (await api.get('/')).status;
