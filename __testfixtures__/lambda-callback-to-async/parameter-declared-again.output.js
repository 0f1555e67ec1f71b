const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const get = (id) => ({ TableName: 'things', Key: { id } });

exports.handler = async (event, context) => {
  const found = event.id;
  let data = await table.get(get(found)).promise();
  data = data.Item || { id: 'other' };
  let found2 = await table.get(get(data.id)).promise();
  if (found2.Item) {
    found2 = found2.Item;
  }
  for (var data2 = 0; data2 < 3; data2 += 1) console.log(data2, found2);
  return [data2, found2];
};
