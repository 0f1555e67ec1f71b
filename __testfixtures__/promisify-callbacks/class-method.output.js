const AWS = require('aws-sdk');

class Orders {
  constructor() {
    this.db = new AWS.DynamoDB.DocumentClient();
  }

  async save(order) {
    await this.db.put({ TableName: 'orders', Item: order }).promise();
    console.log('saved', order.id);
  }
}

module.exports = Orders;
