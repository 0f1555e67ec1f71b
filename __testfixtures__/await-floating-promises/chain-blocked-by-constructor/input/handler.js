const { Service } = require('./service');

exports.handler = async (event) => {
  return new Service(event.name).id;
};
